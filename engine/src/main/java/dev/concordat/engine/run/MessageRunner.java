package dev.concordat.engine.run;

import dev.concordat.cases.ContractCase;
import dev.concordat.engine.plan.PlannedCase;
import dev.concordat.engine.resilience.MessageIdentity;
import dev.concordat.engine.resilience.MessageJudgement;
import dev.concordat.engine.resilience.MessageOrder;
import dev.concordat.engine.resilience.MessageTwice;
import dev.concordat.engine.resilience.Wrong;
import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.environment.setup.PartSpec;
import dev.concordat.model.exchange.Exchange;
import dev.concordat.model.exchange.MessageDelivery;
import dev.concordat.model.finding.Finding;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.finding.Side;
import dev.concordat.model.link.LinkName;
import dev.concordat.model.profile.Measurement;
import dev.concordat.model.profile.Profile;
import dev.concordat.model.run.CaseResult;
import dev.concordat.model.run.CaseResult.Outcome;
import dev.concordat.wire.fault.Disturbances;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Measures subscribers: finds out which requests to a publisher lead to messages on a topic, lets one of them come twice and two of them the
/// other way round, and looks at what the subscriber leaves behind.
final class MessageRunner {
  /// A publisher is asked so often before what it publishes is taken as known.
  private static final int MAX_CAUSES = 60;

  private static final Duration PATIENCE = Duration.ofSeconds(15);

  /// A request and a message that it led to.
  private record Cause(ContractCase request, MessageDelivery message, long messages) {}

  private final Session session;
  private final List<Profile> profiles = new ArrayList<>();
  private final Map<String, Map<String, List<Cause>>> known = new HashMap<>();

  MessageRunner(Session session) {
    this.session = session;
  }

  /// What was measured so far.
  List<Profile> profiles() {
    return List.copyOf(profiles);
  }

  Attempt run(PlannedCase.OfMessages planned) {
    long start = System.nanoTime();
    try {
      return measured(planned, start);
    } catch (EnvironmentFailure failure) {
      return Attempt.failed(failure.troubles().getFirst(), start);
    }
  }

  private Attempt measured(PlannedCase.OfMessages planned, long start) throws EnvironmentFailure {
    Optional<String> broker = broker(planned.topic().system());
    Optional<Disturbances> publisher = broker.flatMap(it -> link(planned.publisher(), it));
    Optional<Disturbances> subscriber = broker.flatMap(it -> link(planned.topic().system(), it));
    if (publisher.isEmpty() || subscriber.isEmpty()) {
      return skipped("there is no link from both to a broker", planned, start);
    }
    List<Cause> causes = causes(planned);
    if (causes.isEmpty()) {
      return skipped("no request of its contract leads to a message there", planned, start);
    }
    Cause first = causes.getFirst();
    ContractCase second =
        causes.stream()
            .map(Cause::request)
            .filter(it -> !it.request().equals(first.request().request()))
            .min(Comparator.comparingInt(it -> LinkRunner.isLike(it, first.request()) ? 0 : 1))
            .orElse(first.request());
    try (var pair = new ChannelPair(session, planned, broker.get(), first.request(), second)) {
      Measurement twice = MessageTwice.measure(pair, publisher.get(), planned.address());
      List<Exchange> shown = pair.seen();
      Measurement order = MessageOrder.measure(pair, subscriber.get(), planned.address());
      var link = new LinkName(planned.topic().system(), broker.get());
      var profile =
          new Profile(
              link,
              broker.get() + "." + planned.address(),
              name(first.request()),
              List.of(twice, order));
      profiles.add(profile);
      List<Wrong> wrongs =
          MessageJudgement.of(
              profile, MessageIdentity.in(first.message()), LinkRunner.promises(session, link));
      List<Finding> findings =
          wrongs.stream().map(wrong -> finding(planned, first, wrong, shown)).toList();
      return Attempt.over(findings, List.of(step(profile, wrongs)), shown, start);
    }
  }

  private Attempt skipped(String why, PlannedCase.OfMessages planned, long start) {
    var step = new CaseResult.Step(why, Outcome.SKIPPED, planned.publisher());
    return Attempt.over(List.of(), List.of(step), List.of(), start);
  }

  private Optional<String> broker(String system) {
    return session.environment().setup().system(system).stream()
        .flatMap(it -> it.needs().stream())
        .flatMap(need -> session.environment().setup().part(need.part()).stream())
        .filter(part -> part.kind().equals("kafka"))
        .map(PartSpec::name)
        .findFirst();
  }

  private Optional<Disturbances> link(String system, String broker) {
    return session.environment().disturbances(new LinkName(system, broker));
  }

  /// The requests that lead to a message on the topic, those that lead to fewest first.
  private List<Cause> causes(PlannedCase.OfMessages planned) throws EnvironmentFailure {
    Map<String, List<Cause>> all = known.get(planned.publisher());
    if (all == null) {
      all = explore(planned.causes());
      known.put(planned.publisher(), all);
    }
    return all.getOrDefault(planned.address(), List.of()).stream()
        .sorted(Comparator.comparingLong(Cause::messages))
        .toList();
  }

  /// Sends every request once, on fresh data, and notes on which topics there are messages for it.
  private Map<String, List<Cause>> explore(List<ContractCase> causes) throws EnvironmentFailure {
    Map<String, List<Cause>> found = new HashMap<>();
    for (ContractCase cause : causes.subList(0, Math.min(causes.size(), MAX_CAUSES))) {
      try (FreshData _ = FreshData.open(session.environment(), cause.id())) {
        String attempt = "messages:" + cause.id();
        Trace trace = Trace.of(session.runId(), attempt, 1);
        List<MessageDelivery> messages =
            session.send(cause, attempt, trace, PATIENCE, true).caused().stream()
                .filter(MessageDelivery.class::isInstance)
                .map(MessageDelivery.class::cast)
                .toList();
        for (String topic : messages.stream().map(MessageDelivery::address).distinct().toList()) {
          List<MessageDelivery> there =
              messages.stream().filter(it -> it.address().equals(topic)).toList();
          found
              .computeIfAbsent(topic, _ -> new ArrayList<>())
              .add(new Cause(cause, there.getFirst(), there.size()));
        }
      }
    }
    return found;
  }

  private static String name(ContractCase cause) {
    return cause.system() + "." + cause.operation().id();
  }

  private static Finding finding(
      PlannedCase.OfMessages planned, Cause cause, Wrong wrong, List<Exchange> shown) {
    String system = planned.topic().system();
    Optional<String> exchange =
        shown.stream()
            .filter(
                it ->
                    it instanceof MessageDelivery message
                        && message.address().equals(planned.address()))
            .map(Exchange::id)
            .reduce((first, second) -> second);
    var written =
        new Sentence(cause.request().operation().place(), cause.request().operation().sourceLine());
    return new Finding(
        wrong.rule(),
        system,
        Side.SUBSCRIBER,
        system + " is the one that handles the messages of this topic",
        Optional.empty(),
        planned.address(),
        wrong.pointer(),
        wrong.message(),
        Optional.of(wrong.sentence().orElse(written)),
        Optional.of(wrong.comparison()),
        planned.id(),
        exchange);
  }

  private static CaseResult.Step step(Profile profile, List<Wrong> wrongs) {
    List<String> told =
        profile.measurements().stream()
            .map(it -> it.trait().word() + " " + it.reading().text())
            .toList();
    return new CaseResult.Step(
        profile.operation() + ", published by " + profile.cause(),
        wrongs.isEmpty() ? Outcome.HELD : Outcome.BROKE,
        String.join("; ", told));
  }
}
