package dev.concordat.engine.run;

import dev.concordat.engine.judge.Judge;
import dev.concordat.engine.plan.PlannedCase;
import dev.concordat.environment.setup.PartSpec;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.MessageDelivery;
import dev.concordat.model.finding.Comparison;
import dev.concordat.model.finding.Finding;
import dev.concordat.model.finding.ResilienceRules;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.finding.Side;
import dev.concordat.model.link.LinkName;
import dev.concordat.model.run.CaseResult;
import dev.concordat.model.run.CaseResult.Outcome;
import dev.concordat.model.run.Trouble;
import dev.concordat.wire.fault.PlacedFault;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Publishes messages that are not what their topic carries, and sees whether the subscriber still handles those behind them:
/// a flow that holds before must hold afterwards. First they are no JSON; then they are messages that were handled before, which the
/// subscriber's link spoils ({@link SpoiltMessages}).
final class PoisonRunner {
  private static final Bytes NOT_JSON = Bytes.utf8("{\"this is\": not JSON");

  private static final String NOT_JSON_WORDS = "that is not JSON";

  private final Session session;
  private final FlowRunner flows;

  PoisonRunner(Session session, FlowRunner flows) {
    this.session = session;
    this.flows = flows;
  }

  Attempt run(PlannedCase.OfPoison planned) {
    long start = System.nanoTime();
    Optional<String> broker = broker();
    for (PlannedCase.OfFlow flow : planned.flows()) {
      Optional<MessageDelivery> message =
          broker.isEmpty() ? Optional.empty() : handled(planned, flow);
      if (message.isPresent()) {
        try {
          return judged(planned, flow, message.get(), start);
        } catch (IOException e) {
          return failed(planned, String.valueOf(e.getMessage()), start);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return failed(planned, "the run was interrupted", start);
        }
      }
    }
    String why = "no flow that holds asks " + planned.topic().system() + " after such a message";
    var step = new CaseResult.Step(why, Outcome.SKIPPED, "");
    return Attempt.over(List.of(), List.of(step), List.of(), start);
  }

  private Optional<String> broker() {
    return session.environment().setup().parts().stream()
        .filter(part -> part.kind().equals("kafka"))
        .map(PartSpec::name)
        .findFirst();
  }

  /// The message of a flow that holds and leads to one on the topic. A busy machine may break one that would hold, so it is tried
  /// twice.
  private Optional<MessageDelivery> handled(PlannedCase.OfPoison planned, PlannedCase.OfFlow flow) {
    Attempt before = flows.run(flow, 1);
    if (!isHolding(before)) {
      before = flows.run(flow, 2);
    }
    return isHolding(before)
        ? before.exchanges().stream()
            .filter(MessageDelivery.class::isInstance)
            .map(MessageDelivery.class::cast)
            .filter(message -> message.address().equals(planned.address()))
            .findFirst()
        : Optional.empty();
  }

  private static boolean isHolding(Attempt attempt) {
    return attempt.findings().isEmpty() && attempt.trouble().isEmpty();
  }

  private Attempt judged(
      PlannedCase.OfPoison planned, PlannedCase.OfFlow flow, MessageDelivery message, long start)
      throws IOException, InterruptedException {
    String broker = message.part();
    List<CaseResult.Step> steps = new ArrayList<>();
    for (int i = 0; i < SpoiltMessages.MESSAGES; i++) {
      var _ =
          session
              .environment()
              .messages(broker)
              .send(
                  planned.address(),
                  Bytes.utf8("concordat-" + i),
                  NOT_JSON,
                  List.of(new Header(Judge.OWN_MESSAGE, "true")));
    }
    Optional<Attempt> stopped = stopped(planned, flow, NOT_JSON_WORDS, 3, steps, start);
    if (stopped.isPresent()) {
      return startedAgain(planned, broker, stopped.get());
    }
    var spoilt =
        new SpoiltMessages(session.environment(), broker, planned.topic().system(), message);
    int number = 5;
    for (SpoiltMessages.Kind kind : spoilt.kinds()) {
      Optional<PlacedFault> placed = spoilt.send(kind);
      if (placed.isEmpty()) {
        steps.add(
            new CaseResult.Step(name(flow, kind.words()), Outcome.SKIPPED, "it was not fetched"));
        continue;
      }
      try {
        stopped = stopped(planned, flow, kind.words(), number, steps, start);
        number += 2;
      } finally {
        placed.get().remove();
      }
      if (stopped.isPresent()) {
        return startedAgain(planned, broker, stopped.get());
      }
    }
    return Attempt.over(List.of(), steps, List.of(), start);
  }

  /// What comes next must not suffer from what this case broke.
  private Attempt startedAgain(PlannedCase.OfPoison planned, String broker, Attempt stopped)
      throws InterruptedException {
    var link = new LinkName(planned.topic().system(), broker);
    Optional<Trouble> trouble =
        new PastPoison(session.environment(), link, planned.address())
            .restart(SpoiltMessages.MESSAGES);
    return stopped.with(stopped.findings(), trouble);
  }

  private static String name(PlannedCase.OfFlow flow, String words) {
    return "'" + flow.name() + "' after a message " + words;
  }

  /// Whether the flow does not hold any more, tried twice.
  private Optional<Attempt> stopped(
      PlannedCase.OfPoison planned,
      PlannedCase.OfFlow flow,
      String words,
      int number,
      List<CaseResult.Step> steps,
      long start) {
    Attempt after = flows.run(flow, number);
    boolean isStuck = !after.findings().isEmpty();
    if (isStuck) {
      after = flows.run(flow, number + 1);
      isStuck = !after.findings().isEmpty();
    }
    if (!isStuck) {
      steps.add(new CaseResult.Step(name(flow, words), Outcome.HELD, "it holds"));
      return Optional.empty();
    }
    steps.add(new CaseResult.Step(name(flow, words), Outcome.BROKE, "it does not hold any more"));
    return Optional.of(
        Attempt.over(List.of(finding(planned, flow, words)), steps, after.exchanges(), start));
  }

  private static Finding finding(
      PlannedCase.OfPoison planned, PlannedCase.OfFlow flow, String words) {
    String system = planned.topic().system();
    return new Finding(
        ResilienceRules.POISON_STOPS,
        system,
        Side.SUBSCRIBER,
        system + " is the one that stopped; it handled messages of this topic before",
        Optional.empty(),
        planned.address(),
        "",
        "after a message on "
            + planned.address()
            + " "
            + words
            + ", "
            + system
            + " handles no more: '"
            + flow.name()
            + "' held before and fails now",
        Optional.of(new Sentence(flow.flow().place(), "flow: " + flow.flow().name())),
        Optional.of(new Comparison("the messages behind it are handled", "they are not")),
        planned.id(),
        Optional.empty());
  }

  private static Attempt failed(PlannedCase.OfPoison planned, String why, long start) {
    var trouble =
        new Trouble(
            Trouble.Kind.ENVIRONMENT,
            planned.address(),
            "the message could not be published: " + why,
            "Look at the broker's log.",
            List.of());
    return Attempt.failed(trouble, start);
  }
}
