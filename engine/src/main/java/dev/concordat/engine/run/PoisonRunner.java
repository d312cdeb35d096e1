package dev.concordat.engine.run;

import dev.concordat.engine.judge.Judge;
import dev.concordat.engine.plan.PlannedCase;
import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.environment.setup.PartSpec;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Exchange;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.MessageDelivery;
import dev.concordat.model.finding.Comparison;
import dev.concordat.model.finding.Finding;
import dev.concordat.model.finding.ResilienceRules;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.finding.Side;
import dev.concordat.model.run.CaseResult;
import dev.concordat.model.run.CaseResult.Outcome;
import dev.concordat.model.run.Trouble;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Publishes a message that is not what its topic carries, and sees whether the subscriber still handles those behind it:
/// a flow that holds before must hold afterwards.
final class PoisonRunner {
  private static final Bytes NOT_JSON = Bytes.utf8("{\"this is\": not JSON");

  /// A topic has more than one partition, and a stuck subscriber is stuck on one; each message goes to the next.
  private static final int MESSAGES = 6;

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
      if (broker.isPresent() && isUsable(planned, flow)) {
        try {
          return judged(planned, flow, broker.get(), start);
        } catch (IOException | EnvironmentFailure e) {
          return failed(planned, String.valueOf(e.getMessage()), start);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return failed(planned, "the run was interrupted", start);
        }
      }
    }
    String why = "no flow that holds asks " + planned.topic().system() + " after such a message";
    return over(List.of(), new CaseResult.Step(why, Outcome.SKIPPED, ""), List.of(), start);
  }

  private Optional<String> broker() {
    return session.environment().setup().parts().stream()
        .filter(part -> part.kind().equals("kafka"))
        .map(PartSpec::name)
        .findFirst();
  }

  /// A flow that holds and leads to a message on the topic. A busy machine may break one that would hold, so it is tried twice.
  private boolean isUsable(PlannedCase.OfPoison planned, PlannedCase.OfFlow flow) {
    Attempt before = flows.run(flow, 1);
    if (!isHolding(before)) {
      before = flows.run(flow, 2);
    }
    return isHolding(before)
        && before.exchanges().stream()
            .anyMatch(
                it ->
                    it instanceof MessageDelivery message
                        && message.address().equals(planned.address()));
  }

  private static boolean isHolding(Attempt attempt) {
    return attempt.findings().isEmpty() && attempt.trouble().isEmpty();
  }

  private Attempt judged(
      PlannedCase.OfPoison planned, PlannedCase.OfFlow flow, String broker, long start)
      throws IOException, EnvironmentFailure, InterruptedException {
    String system = planned.topic().system();
    for (int i = 0; i < MESSAGES; i++) {
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
    Attempt after = flows.run(flow, 3);
    boolean isStuck = !after.findings().isEmpty();
    if (isStuck) {
      after = flows.run(flow, 4);
      isStuck = !after.findings().isEmpty();
    }
    String name = "'" + flow.name() + "' after a message that is not JSON";
    if (!isStuck) {
      return over(List.of(), new CaseResult.Step(name, Outcome.HELD, "it holds"), List.of(), start);
    }
    session.environment().restart(system);
    return over(
        List.of(finding(planned, flow)),
        new CaseResult.Step(name, Outcome.BROKE, "it does not hold any more"),
        after.exchanges(),
        start);
  }

  private static Finding finding(PlannedCase.OfPoison planned, PlannedCase.OfFlow flow) {
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
            + " that is not JSON, "
            + system
            + " handles no more: '"
            + flow.name()
            + "' held before and fails now",
        Optional.of(new Sentence(flow.flow().place(), "flow: " + flow.flow().name())),
        Optional.of(new Comparison("the messages behind it are handled", "they are not")),
        planned.id(),
        Optional.empty());
  }

  private static Attempt over(
      List<Finding> findings, CaseResult.Step step, List<Exchange> exchanges, long start) {
    return new Attempt(
        findings, new ArrayList<>(List.of(step)), exchanges, since(start), Optional.empty());
  }

  private static Attempt failed(PlannedCase.OfPoison planned, String why, long start) {
    var trouble =
        new Trouble(
            Trouble.Kind.ENVIRONMENT,
            planned.address(),
            "the message could not be published: " + why,
            "Look at the broker's log.",
            List.of());
    return new Attempt(List.of(), List.of(), List.of(), since(start), Optional.of(trouble));
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
