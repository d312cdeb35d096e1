package dev.concordat.engine.run;

import dev.concordat.engine.plan.PlannedCase;
import dev.concordat.model.exchange.Exchange;
import dev.concordat.model.finding.Finding;
import dev.concordat.model.run.CaseResult;
import dev.concordat.model.run.CaseResult.Kind;
import dev.concordat.model.run.CaseResult.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A case that is over.
///
/// @param findings those that a second try confirmed
record CaseRecord(
    PlannedCase planned, CaseResult result, List<Finding> findings, List<Exchange> exchanges) {
  private static final Map<String, String> EXPECTED =
      Map.of(
          "ACCEPTED", "documented example",
          "ANSWERED", "valid request",
          "REJECTED", "must be refused");

  static CaseRecord over(PlannedCase planned, Attempt attempt, List<Finding> findings) {
    Outcome outcome =
        attempt.trouble().isPresent()
            ? Outcome.ERROR
            : findings.isEmpty() ? outcomeOf(attempt) : Outcome.BROKE;
    String reason = attempt.trouble().map(trouble -> trouble.message()).orElse(reason(planned));
    return new CaseRecord(
        planned,
        result(planned, outcome, reason, attempt.duration(), attempt.steps()),
        findings,
        attempt.exchanges());
  }

  private static Outcome outcomeOf(Attempt attempt) {
    return attempt.steps().size() == 1 && attempt.steps().getFirst().outcome() == Outcome.SKIPPED
        ? Outcome.SKIPPED
        : Outcome.HELD;
  }

  static CaseRecord skipped(PlannedCase planned, String why) {
    return new CaseRecord(
        planned,
        result(planned, Outcome.SKIPPED, why, Duration.ZERO, List.of()),
        List.of(),
        List.of());
  }

  /// The same case with more findings and exchanges.
  CaseRecord with(List<Finding> moreFindings, List<Exchange> moreExchanges) {
    Outcome outcome = moreFindings.isEmpty() ? result.outcome() : Outcome.BROKE;
    var changed = result(planned, outcome, result.reason(), result.duration(), result.steps());
    return new CaseRecord(planned, changed, moreFindings, moreExchanges);
  }

  private static String reason(PlannedCase planned) {
    return switch (planned) {
      case PlannedCase.OfContract it ->
          EXPECTED.getOrDefault(it.content().expectation().name(), "")
              + ": "
              + it.content().reason();
      case PlannedCase.OfProvider ignored ->
          "what the contract promises holds, and what is acknowledged is there";
      case PlannedCase.OfLink ignored ->
          "measured: calls that fail, break off, stay silent, come twice";
      case PlannedCase.OfFidelity ignored ->
          "followed: values that the contract allows and that careless code breaks";
      case PlannedCase.OfPoison ignored -> "tried: the messages behind it are handled";
      case PlannedCase.OfBudget it -> "measured: " + it.budget().text();
      case PlannedCase.OfFlowBudget ignored -> "measured: the budgets of its steps";
      case PlannedCase.OfComparison it -> "measured on both: " + it.budget().text();
      case PlannedCase.OfFlowComparison ignored -> "measured on both: the budgets of its steps";
      case PlannedCase.OfFlow it -> it.flow().name();
    };
  }

  private static CaseResult result(
      PlannedCase planned,
      Outcome outcome,
      String reason,
      Duration duration,
      List<CaseResult.Step> steps) {
    return switch (planned) {
      case PlannedCase.OfContract it ->
          new CaseResult(
              it.id(),
              it.name(),
              it.content().system(),
              Kind.CONTRACT,
              it.content().sentence(),
              outcome,
              reason,
              duration,
              List.of(),
              steps);
      case PlannedCase.OfProvider it ->
          new CaseResult(
              it.id(),
              it.name(),
              it.system(),
              Kind.CONTRACT,
              it.contract().written().place(),
              outcome,
              reason,
              duration,
              List.of(),
              steps);
      case PlannedCase.OfLink it ->
          new CaseResult(
              it.id(),
              it.name(),
              it.link().consumer(),
              Kind.LINK,
              it.causes().getFirst().operation().place(),
              outcome,
              reason,
              duration,
              List.of(),
              steps);
      case PlannedCase.OfFidelity it ->
          new CaseResult(
              it.id(),
              it.name(),
              it.system(),
              Kind.CONTRACT,
              it.bases().getFirst().operation().place(),
              outcome,
              reason,
              duration,
              List.of(),
              steps);
      case PlannedCase.OfPoison it ->
          new CaseResult(
              it.id(),
              it.name(),
              it.topic().system(),
              Kind.LINK,
              it.flows().getFirst().flow().place(),
              outcome,
              reason,
              duration,
              List.of(),
              steps);
      case PlannedCase.OfBudget it ->
          new CaseResult(
              it.id(),
              it.name(),
              it.system(),
              Kind.CONTRACT,
              it.sentence().place(),
              outcome,
              reason,
              duration,
              List.of(),
              steps);
      case PlannedCase.OfFlowBudget it ->
          new CaseResult(
              it.id(),
              it.name(),
              it.flow().flow().file(),
              Kind.FLOW,
              it.flow().flow().place(),
              outcome,
              reason,
              duration,
              it.flow().flow().tags(),
              steps);
      case PlannedCase.OfComparison it ->
          new CaseResult(
              it.id(),
              it.name(),
              it.system(),
              Kind.CONTRACT,
              it.sentence().place(),
              outcome,
              reason,
              duration,
              List.of(),
              steps);
      case PlannedCase.OfFlowComparison it ->
          new CaseResult(
              it.id(),
              it.name(),
              it.flow().flow().file(),
              Kind.FLOW,
              it.flow().flow().place(),
              outcome,
              reason,
              duration,
              it.flow().flow().tags(),
              steps);
      case PlannedCase.OfFlow it ->
          new CaseResult(
              it.id(),
              it.name(),
              it.flow().file(),
              Kind.FLOW,
              it.flow().place(),
              outcome,
              reason,
              duration,
              it.flow().tags(),
              steps);
    };
  }

  boolean isCritical() {
    return planned instanceof PlannedCase.OfFlow it && it.flow().isCritical();
  }
}
