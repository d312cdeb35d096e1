package dev.concordat.engine.run;

import dev.concordat.cases.ContractCase;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.openapi.Routed;
import dev.concordat.engine.book.ContractBook;
import dev.concordat.engine.plan.PlannedCase;
import dev.concordat.engine.resilience.Experiments;
import dev.concordat.engine.resilience.Judgement;
import dev.concordat.engine.resilience.Limits;
import dev.concordat.engine.resilience.LinkLog;
import dev.concordat.engine.resilience.LinkSwitch;
import dev.concordat.engine.resilience.Measured;
import dev.concordat.engine.resilience.MemoryGrowth;
import dev.concordat.engine.resilience.Overtaking;
import dev.concordat.engine.resilience.Promise;
import dev.concordat.engine.resilience.Wrong;
import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.model.exchange.Exchange;
import dev.concordat.model.exchange.HttpExchange;
import dev.concordat.model.finding.Finding;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.finding.Side;
import dev.concordat.model.link.LinkName;
import dev.concordat.model.profile.Measurement;
import dev.concordat.model.profile.Profile;
import dev.concordat.model.profile.Reading;
import dev.concordat.model.profile.Trait;
import dev.concordat.model.run.CaseResult;
import dev.concordat.model.run.CaseResult.Outcome;
import dev.concordat.model.run.Trouble;
import dev.concordat.wire.fault.Requests;
import dev.concordat.wire.http.HttpLink;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// Measures links: finds out which requests to a consumer make it call which operations of a provider, and makes the
/// experiments with each of them.
final class LinkRunner {
  /// A consumer is asked so often before what it calls is taken as known.
  private static final int MAX_CAUSES = 60;

  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final int FIRST_FAILURE = 400;
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  private final Session session;
  private final SeenAnswers answers;
  private final List<Profile> profiles = new ArrayList<>();
  private final Map<String, Map<LinkSubject.LinkTarget, Integer>> known = new HashMap<>();
  private final Set<LinkName> remembered = new HashSet<>();
  private final long startNanos = System.nanoTime();

  LinkRunner(Session session, SeenAnswers answers) {
    this.session = session;
    this.answers = answers;
  }

  /// What was measured so far.
  List<Profile> profiles() {
    return List.copyOf(profiles);
  }

  Attempt run(PlannedCase.OfLink planned) {
    long start = System.nanoTime();
    List<Finding> findings = new ArrayList<>();
    List<CaseResult.Step> steps = new ArrayList<>();
    List<Exchange> shown = new ArrayList<>();
    Optional<Trouble> trouble = Optional.empty();
    try {
      for (LinkSubject.LinkTarget target : targets(planned)) {
        measure(planned, target, findings, steps, shown);
      }
    } catch (EnvironmentFailure failure) {
      trouble = Optional.of(failure.troubles().getFirst());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    if (steps.isEmpty()) {
      steps.add(
          new CaseResult.Step(
              "no request of the consumer's contract leads to a call of this provider",
              Outcome.SKIPPED,
              planned.causes().size() + " requests"));
    }
    return new Attempt(findings, steps, shown, Attempt.since(start), trouble);
  }

  private void measure(
      PlannedCase.OfLink planned,
      LinkSubject.LinkTarget target,
      List<Finding> findings,
      List<CaseResult.Step> steps,
      List<Exchange> shown)
      throws EnvironmentFailure, InterruptedException {
    Optional<HttpLink> link = session.environment().link(target.link());
    Optional<OpenApiContract> contract = contract(target);
    if (link.isEmpty() || contract.isEmpty()) {
      return;
    }
    Requests requests = requests(target, contract.get());
    var log = new LinkLog();
    link.get().watch(log);
    Measured measured;
    try (var subject =
        new LinkSubject(
            session,
            target,
            contract.get(),
            new LinkSwitch(link.get().disturbances(), requests),
            log)) {
      measured = Experiments.measure(subject, limits());
      if (isWorking(measured)) {
        Optional<Measurement> order = order(target, link.get(), requests, log);
        measured = order.map(measured::with).orElse(measured);
        if (remembered.add(target.link())) {
          String consumer = target.link().consumer();
          measured = measured.with(MemoryGrowth.measure(subject, memoryOf(consumer), limits()));
        }
      }
      List<Wrong> wrongs =
          Judgement.of(
              measured, promises(target.link()), session.plan().options().links().before());
      for (Wrong wrong : wrongs) {
        List<Exchange> seen = subject.shown(wrong.pointer());
        List<Exchange> evidence = seen.isEmpty() ? subject.shown() : seen;
        findings.add(finding(planned, target, wrong, evidence));
        shown.addAll(seen);
      }
      shown.addAll(subject.shown());
      steps.add(step(measured, wrongs));
    }
    profiles.add(measured.profile());
    if (measured.profile().reading(Trait.RECOVERY).orElse(null) instanceof Reading.NotWithin) {
      // What comes next must not suffer from what this experiment broke.
      session.environment().restart(target.link().consumer());
    }
  }

  private MemoryGrowth.Memory memoryOf(String system) {
    return new MemoryGrowth.Memory() {
      @Override
      public OptionalLong resident() {
        return session.environment().memory(system);
      }

      @Override
      public OptionalLong live() throws InterruptedException {
        return session.environment().liveHeap(system);
      }
    };
  }

  private static boolean isWorking(Measured measured) {
    return measured.profile().reading(Trait.RECOVERY).orElse(null) instanceof Reading.Time;
  }

  /// Whether two calls may overtake each other; nothing for an operation that only reads.
  private Optional<Measurement> order(
      LinkSubject.LinkTarget target, HttpLink link, Requests requests, LinkLog log)
      throws EnvironmentFailure, InterruptedException {
    if (SAFE.contains(requests.method()) || limits().total().isNegative()) {
      return Optional.empty();
    }
    Optional<ContractCase> second =
        known.getOrDefault(target.link().consumer(), Map.of()).keySet().stream()
            .filter(it -> it.link().equals(target.link()))
            .filter(it -> it.operation().equals(target.operation()))
            .map(LinkSubject.LinkTarget::cause)
            .filter(it -> !it.request().equals(target.cause().request()))
            .min(Comparator.comparingInt(it -> isLike(it, target.cause()) ? 0 : 1));
    if (second.isEmpty()) {
      return Optional.of(
          Measurement.unknown(
              Trait.ORDER, "none", "only one request of the consumer's contract leads to it"));
    }
    try (var pair = new LinkPair(session, target.cause(), second.get(), target.operation())) {
      return Optional.of(Overtaking.measure(pair, link.disturbances(), requests, log));
    }
  }

  /// Requests to one address are about one thing.
  static boolean isLike(ContractCase one, ContractCase other) {
    return one.request().method().equals(other.request().method())
        && one.request().target().equals(other.request().target());
  }

  private Limits limits() {
    Limits limits = session.plan().options().links().limits();
    return session
        .plan()
        .options()
        .budget()
        .map(budget -> budget.minusNanos(System.nanoTime() - startNanos))
        .map(left -> left.compareTo(limits.total()) < 0 ? limits.withTotal(left) : limits)
        .orElse(limits);
  }

  private Optional<OpenApiContract> contract(LinkSubject.LinkTarget target) {
    String id = target.operationId();
    return session.plan().book().openApis(target.link().provider()).stream()
        .filter(contract -> contract.operation(id).isPresent())
        .findFirst();
  }

  private static Requests requests(LinkSubject.LinkTarget target, OpenApiContract contract) {
    var operation = contract.operation(target.operationId()).orElseThrow();
    return new Requests(operation.method(), contract.basePath() + operation.path().text());
  }

  private List<Promise> promises(LinkName link) {
    return promises(session, link);
  }

  static List<Promise> promises(Session session, LinkName link) {
    return session.environment().setup().promises().stream()
        .filter(it -> it.consumer().equals(link.consumer()))
        .filter(it -> it.provider().equals(link.provider()))
        .map(it -> new Promise(it.key(), it.value(), new Sentence(it.place(), it.line())))
        .toList();
  }

  /// The operations of the provider that the consumer calls, each with the request that leads to the fewest calls.
  private List<LinkSubject.LinkTarget> targets(PlannedCase.OfLink planned)
      throws EnvironmentFailure {
    String consumer = planned.link().consumer();
    Map<LinkSubject.LinkTarget, Integer> all = known.get(consumer);
    if (all == null) {
      all = explore(planned.causes());
      known.put(consumer, all);
    }
    Map<String, LinkSubject.LinkTarget> best = new LinkedHashMap<>();
    Map<String, Integer> fewest = new HashMap<>();
    for (Map.Entry<LinkSubject.LinkTarget, Integer> one : all.entrySet()) {
      LinkSubject.LinkTarget target = one.getKey();
      int calls = one.getValue();
      if (target.link().equals(planned.link())
          && calls < fewest.getOrDefault(target.operation(), Integer.MAX_VALUE)) {
        fewest.put(target.operation(), calls);
        best.put(target.operation(), target);
      }
    }
    return List.copyOf(best.values());
  }

  /// Sends every request once, on fresh data, and notes what the consumer calls for it: how often, by target.
  private Map<LinkSubject.LinkTarget, Integer> explore(List<ContractCase> causes)
      throws EnvironmentFailure {
    Map<LinkSubject.LinkTarget, Integer> found = new LinkedHashMap<>();
    for (ContractCase cause : causes.subList(0, Math.min(causes.size(), MAX_CAUSES))) {
      try (FreshData _ = FreshData.open(session.environment(), cause.id())) {
        String attempt = "explore:" + cause.id();
        Trace trace = Trace.of(session.runId(), attempt, 1);
        Session.Sent sent = session.send(cause, attempt, trace, PATIENCE, false);
        if (sent.answer() instanceof HttpCaller.Answer.Got got
            && got.response().status() < FIRST_FAILURE) {
          note(cause, sent.caused(), found);
          answers.add(sent.caused());
        }
      }
    }
    return found;
  }

  private void note(
      ContractCase cause, List<Exchange> caused, Map<LinkSubject.LinkTarget, Integer> found) {
    for (Exchange exchange : caused) {
      if (exchange instanceof HttpExchange http && http.link().consumer().equals(cause.system())) {
        route(http)
            .ifPresent(
                operation ->
                    found.merge(
                        new LinkSubject.LinkTarget(
                            http.link(), http.link().provider() + "." + operation, cause),
                        1,
                        Integer::sum));
      }
    }
  }

  private Optional<String> route(HttpExchange http) {
    return operation(session.plan().book(), http);
  }

  /// The operation of its provider's contract that a request is.
  static Optional<String> operation(ContractBook book, HttpExchange http) {
    return book.openApis(http.link().provider()).stream()
        .flatMap(
            contract -> contract.route(http.request().method(), http.request().path()).stream())
        .map((Routed routed) -> routed.operation().id())
        .findFirst();
  }

  private Finding finding(
      PlannedCase.OfLink planned,
      LinkSubject.LinkTarget target,
      Wrong wrong,
      List<Exchange> shown) {
    LinkName link = target.link();
    String system = wrong.isProviders() ? link.provider() : link.consumer();
    String why =
        wrong.isProviders()
            ? link.provider() + " got the same request twice and did the work twice"
            : link.consumer()
                + " is the one that calls, waits and repeats on this link"
                + Death.of(link.consumer(), session.environment().trouble());
    Optional<String> exchange =
        shown.stream()
            .filter(it -> it instanceof HttpExchange http && http.link().equals(link))
            .map(Exchange::id)
            .reduce((first, second) -> second);
    Sentence cause =
        new Sentence(target.cause().operation().place(), target.cause().operation().sourceLine());
    return new Finding(
        wrong.rule(),
        system,
        wrong.isProviders() ? Side.PROVIDER : Side.CONSUMER,
        why,
        Optional.of(link),
        target.operation(),
        wrong.pointer(),
        wrong.message(),
        Optional.of(wrong.sentence().orElse(cause)),
        Optional.of(wrong.comparison()),
        planned.id(),
        exchange);
  }

  private static CaseResult.Step step(Measured measured, List<Wrong> wrongs) {
    Profile profile = measured.profile();
    List<String> told = new ArrayList<>();
    for (Measurement measurement : profile.measurements()) {
      if (!(measurement.reading() instanceof Reading.Unknown)) {
        told.add(measurement.trait().word() + " " + measurement.reading().text());
      }
    }
    return new CaseResult.Step(
        profile.operation() + ", called by " + profile.cause(),
        wrongs.isEmpty() ? Outcome.HELD : Outcome.BROKE,
        String.join("; ", told));
  }
}
