package dev.concordat.engine.run;

import dev.concordat.engine.plan.PlannedCase;
import dev.concordat.model.exchange.Exchange;
import dev.concordat.model.finding.Finding;
import dev.concordat.model.place.Place;
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
      case PlannedCase.OfMessages ignored ->
          "measured: a message that comes twice, two that come the other way round";
      case PlannedCase.OfPoison ignored -> "tried: the messages behind it are handled";
      case PlannedCase.OfBudget it -> "measured: " + it.budget().text();
      case PlannedCase.OfFlowBudget ignored -> "measured: the budgets of its steps";
      case PlannedCase.OfComparison it -> "measured on both: " + it.budget().text();
      case PlannedCase.OfFlowComparison ignored -> "measured on both: the budgets of its steps";
      case PlannedCase.OfFlow it -> it.flow().name();
    };
  }

  /// Whose case it is, what it rests on, and where that is written.
  private record Basis(String subject, Kind kind, Place place, List<String> tags) {
    Basis(String subject, Kind kind, Place place) {
      this(subject, kind, place, List.of());
    }

    static Basis of(PlannedCase.OfFlow it) {
      return new Basis(it.flow().file(), Kind.FLOW, it.flow().place(), it.flow().tags());
    }
  }

  private static Basis basis(PlannedCase planned) {
    return switch (planned) {
      case PlannedCase.OfContract it ->
          new Basis(it.content().system(), Kind.CONTRACT, it.content().sentence());
      case PlannedCase.OfProvider it ->
          new Basis(it.system(), Kind.CONTRACT, it.contract().written().place());
      case PlannedCase.OfLink it ->
          new Basis(it.link().consumer(), Kind.LINK, it.causes().getFirst().operation().place());
      case PlannedCase.OfFidelity it ->
          new Basis(it.system(), Kind.CONTRACT, it.bases().getFirst().operation().place());
      case PlannedCase.OfMessages it ->
          new Basis(it.topic().system(), Kind.LINK, it.causes().getFirst().operation().place());
      case PlannedCase.OfPoison it ->
          new Basis(it.topic().system(), Kind.LINK, it.flows().getFirst().flow().place());
      case PlannedCase.OfBudget it -> new Basis(it.system(), Kind.CONTRACT, it.sentence().place());
      case PlannedCase.OfComparison it ->
          new Basis(it.system(), Kind.CONTRACT, it.sentence().place());
      case PlannedCase.OfFlowBudget it -> Basis.of(it.flow());
      case PlannedCase.OfFlowComparison it -> Basis.of(it.flow());
      case PlannedCase.OfFlow it -> Basis.of(it);
    };
  }

  private static CaseResult result(
      PlannedCase planned,
      Outcome outcome,
      String reason,
      Duration duration,
      List<CaseResult.Step> steps) {
    Basis basis = basis(planned);
    return new CaseResult(
        planned.id(),
        planned.name(),
        basis.subject(),
        basis.kind(),
        basis.place(),
        outcome,
        reason,
        duration,
        basis.tags(),
        steps);
  }

  boolean isCritical() {
    return planned instanceof PlannedCase.OfFlow it && it.flow().isCritical();
  }
}
