package dev.concordat.engine.run;

import dev.concordat.engine.flow.Step;
import dev.concordat.engine.flow.UnresolvedException;
import dev.concordat.engine.judge.CaseView;
import dev.concordat.engine.plan.PlannedCase;
import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.model.exchange.Exchange;
import dev.concordat.model.finding.Finding;
import dev.concordat.model.run.CaseResult;
import dev.concordat.model.run.CaseResult.Outcome;
import dev.concordat.model.run.Trouble;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Runs one case of a flow: fresh data, what is given, the steps until one is not as expected, then the judgement of
/// everything that the case caused.
final class FlowRunner {
  /// Nobody looks into more databases than this, and each costs disk.
  private static final int MAX_KEPT = 8;

  private final Session session;
  private int kept;

  FlowRunner(Session session) {
    this.session = session;
  }

  Attempt run(PlannedCase.OfFlow planned, int number) {
    long start = System.nanoTime();
    session.settle();
    try (FreshData data = FreshData.open(session.environment(), planned.id())) {
      return run(planned, number, data, start);
    } catch (EnvironmentFailure e) {
      return Attempt.failed(e.troubles().getFirst(), start);
    }
  }

  /// One run of a flow for its times alone.
  ///
  /// @param durations how long the answers of its calls took, by the step's id
  record Timed(
      Map<String, Duration> durations, List<Exchange> exchanges, Optional<Trouble> trouble) {}

  /// Runs a flow on fresh data and judges nothing. Steps behind one that did not hold have no time.
  Timed timed(PlannedCase.OfFlow planned, String id, int number) {
    session.settle();
    try (FreshData _ = FreshData.open(session.environment(), planned.id())) {
      String attempt = id + "@" + number;
      Trace trace = Trace.of(session.runId(), id, number);
      session.ledger().begin(attempt, trace);
      var walk = FlowWalk.withoutBudgets(session, planned, trace);
      walk.steps();
      session.ledger().collect();
      return new Timed(walk.durations(), session.ledger().of(attempt), walk.trouble());
    } catch (EnvironmentFailure e) {
      return new Timed(Map.of(), List.of(), Optional.of(e.troubles().getFirst()));
    } catch (SQLException | UnresolvedException e) {
      return new Timed(
          Map.of(),
          List.of(),
          Optional.of(
              new Trouble(
                  Trouble.Kind.DATA,
                  planned.flow().file(),
                  "what the flow takes as given cannot be stored: " + e.getMessage(),
                  "Run the flow alone: it says more.",
                  List.of())));
    }
  }

  /// The operation that a step of a flow calls; nothing for another kind of step.
  Optional<String> operation(PlannedCase.OfFlow planned, String step) {
    return planned.flow().allSteps().stream()
        .filter(it -> it.heading().id().equals(step))
        .filter(Step.Call.class::isInstance)
        .map(it -> ((Step.Call) it).operation())
        .findFirst();
  }

  private Attempt run(PlannedCase.OfFlow planned, int number, FreshData data, long start) {
    String attempt = planned.id() + "@" + number;
    Trace trace = Trace.of(session.runId(), planned.id(), number);
    session.ledger().begin(attempt, trace);
    var walk = new FlowWalk(session, planned, trace);
    try {
      walk.steps();
    } catch (SQLException e) {
      return Attempt.failed(
          new Trouble(
              Trouble.Kind.DATA,
              planned.flow().file(),
              "what the flow takes as given cannot be stored: " + e.getMessage(),
              "Compare the rows under given with the tables.",
              List.of()),
          start);
    } catch (UnresolvedException e) {
      return Attempt.failed(
          new Trouble(
              Trouble.Kind.INPUT,
              planned.flow().file(),
              "under given, " + e.reference() + " refers to nothing",
              "Refer only to each and to what is given before it.",
              List.of()),
          start);
    }
    session.settle();
    session.ledger().collect();
    List<Exchange> exchanges = session.ledger().of(attempt);
    var findings =
        new ArrayList<>(
            session.judge().judge(exchanges, new CaseView(planned.id(), Optional.empty())));
    walk.broken().forEach(blame -> findings.add(finding(blame, planned.id())));
    if (!findings.isEmpty() && number == 1 && kept < MAX_KEPT) {
      kept++;
      data.keep()
          .map(it -> new CaseResult.Step("data kept while the environment runs", Outcome.HELD, it))
          .ifPresent(walk.results()::add);
    }
    return new Attempt(findings, walk.results(), exchanges, Attempt.since(start), walk.trouble());
  }

  private static Finding finding(StepOutcome.Blame blame, String caseId) {
    return new Finding(
        blame.rule(),
        blame.system(),
        blame.side(),
        blame.why(),
        blame.link(),
        blame.operation(),
        blame.pointer(),
        blame.message(),
        Optional.of(blame.sentence()),
        blame.comparison(),
        caseId,
        blame.exchangeId());
  }
}
