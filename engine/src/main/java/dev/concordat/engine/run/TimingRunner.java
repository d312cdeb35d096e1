package dev.concordat.engine.run;

import dev.concordat.cases.ContractCase;
import dev.concordat.engine.flow.Budget;
import dev.concordat.engine.plan.PlannedCase;
import dev.concordat.engine.timing.QuantileBudget;
import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.model.exchange.Exchange;
import dev.concordat.model.finding.Comparison;
import dev.concordat.model.finding.Finding;
import dev.concordat.model.finding.Side;
import dev.concordat.model.finding.TimingRules;
import dev.concordat.model.link.LinkName;
import dev.concordat.model.run.CaseResult;
import dev.concordat.model.run.CaseResult.Outcome;
import dev.concordat.model.timing.BudgetOutcome;
import dev.concordat.model.timing.BudgetResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Runs a request, or a flow, as often as a budget's verdict takes. How often is decided before the first run: to go on
/// until the verdict pleases would make it worth less than it says.
final class TimingRunner {
  /// The first runs find cold caches and code that is not compiled yet; they are not counted.
  private static final int WARM_UP = 5;

  /// One slow run among them must not be the end: 93 for p95.
  private static final int SLOW_RUNS_ALLOWED = 1;

  private static final int MAX_RUNS = 1_000;
  private static final Duration MAX_TIME = Duration.ofMinutes(2);

  private final Session session;
  private final FlowRunner flows;
  private final SeenAnswers answers;
  private final List<BudgetResult> results = new ArrayList<>();

  TimingRunner(Session session, FlowRunner flows, SeenAnswers answers) {
    this.session = session;
    this.flows = flows;
    this.answers = answers;
  }

  /// What the runs said of the budgets so far.
  List<BudgetResult> results() {
    return List.copyOf(results);
  }

  Attempt run(PlannedCase.OfBudget planned) {
    long start = System.nanoTime();
    List<Duration> runs = new ArrayList<>();
    List<Exchange> slowest = List.of();
    try {
      Optional<ContractCase> works = firstThatWorks(planned);
      if (works.isEmpty()) {
        return Attempt.over(
            List.of(),
            List.of(skipped("no valid request of its contract is answered well")),
            List.of(),
            start);
      }
      int wanted = Math.min(MAX_RUNS, planned.budget().runsToPass(SLOW_RUNS_ALLOWED));
      Duration longest = Duration.ZERO;
      try (var call = new TimedCall(session, works.get())) {
        for (int i = -WARM_UP; i < wanted && Attempt.since(start).compareTo(MAX_TIME) < 0; i++) {
          if (isLost(planned.budget(), wanted, runs)) {
            break;
          }
          TimedCall.Run run = call.once(planned.id(), i + WARM_UP);
          if (i >= 0) {
            runs.add(run.took());
            answers.addBehind(run.exchanges());
          }
          if (i >= 0 && run.took().compareTo(longest) > 0) {
            longest = run.took();
            slowest = run.exchanges();
          }
        }
      }
    } catch (EnvironmentFailure failure) {
      return Attempt.failed(failure.troubles().getFirst(), start);
    }
    BudgetResult result =
        planned.budget().judge(planned.operation(), runs, Optional.of(planned.sentence()));
    results.add(result);
    answers.addSeries(
        new LinkName(LinkName.CONCORDAT, planned.system()), planned.operation(), runs);
    return Attempt.over(
        finding(planned.id(), planned.system(), planned.operation(), result).stream().toList(),
        List.of(step(result)),
        slowest,
        start);
  }

  /// Whether the budget fails even if every run that is left is within it: the verdict cannot change any more.
  private static boolean isLost(QuantileBudget budget, int wanted, List<Duration> runs) {
    int over = (int) runs.stream().filter(run -> run.compareTo(budget.limit()) > 0).count();
    return budget.outcome(wanted, over) == BudgetOutcome.FAIL;
  }

  private Optional<ContractCase> firstThatWorks(PlannedCase.OfBudget planned)
      throws EnvironmentFailure {
    int number = 0;
    for (ContractCase cause : planned.causes()) {
      if (TimedCall.works(session, cause, planned.id(), number++)) {
        return Optional.of(cause);
      }
    }
    return Optional.empty();
  }

  Attempt run(PlannedCase.OfFlowBudget planned) {
    long start = System.nanoTime();
    Map<Budget, List<Duration>> runs = new LinkedHashMap<>();
    List<Budget> budgets = planned.flow().flow().budget();
    budgets.forEach(budget -> runs.put(budget, new ArrayList<>()));
    int wanted = budgets.stream().mapToInt(TimingRunner::wanted).max().orElse(0);
    List<Exchange> last = List.of();
    for (int i = 0; i < wanted && Attempt.since(start).compareTo(MAX_TIME) < 0; i++) {
      FlowRunner.Timed timed = flows.timed(planned.flow(), planned.id(), i);
      if (timed.trouble().isPresent()) {
        return Attempt.failed(timed.trouble().get(), start);
      }
      last = timed.exchanges();
      answers.add(last);
      runs.forEach(
          (budget, seen) ->
              Optional.ofNullable(timed.durations().get(budget.step())).ifPresent(seen::add));
    }
    List<Finding> findings = new ArrayList<>();
    List<CaseResult.Step> steps = new ArrayList<>();
    for (Map.Entry<Budget, List<Duration>> one : runs.entrySet()) {
      Budget budget = one.getKey();
      if (!(budget.rule() instanceof QuantileBudget rule)) {
        continue;
      }
      String subject = planned.flow().flow().file() + ": " + budget.step();
      BudgetResult result = rule.judge(subject, one.getValue(), Optional.of(budget.sentence()));
      results.add(result);
      steps.add(step(result));
      flows
          .operation(planned.flow(), budget.step())
          .flatMap(
              operation ->
                  finding(
                      planned.id(),
                      operation.substring(0, operation.indexOf('.')),
                      operation,
                      result))
          .ifPresent(findings::add);
    }
    return Attempt.over(findings, steps, last, start);
  }

  private static int wanted(Budget budget) {
    return budget.rule() instanceof QuantileBudget rule && budget.runs() == 0
        ? Math.min(MAX_RUNS, rule.runsToPass(SLOW_RUNS_ALLOWED))
        : budget.runs();
  }

  /// What the verdict of a budget makes of a step.
  static Outcome outcome(BudgetOutcome verdict) {
    return switch (verdict) {
      case PASS -> Outcome.HELD;
      case FAIL -> Outcome.BROKE;
      case NOT_ENOUGH_RUNS -> Outcome.SKIPPED;
    };
  }

  private static CaseResult.Step step(BudgetResult result) {
    return new CaseResult.Step(result.subject(), outcome(result.outcome()), text(result));
  }

  private static String text(BudgetResult result) {
    String seen =
        result.over() + " of " + result.runs() + " runs took longer than " + limit(result);
    return result.outcome() == BudgetOutcome.NOT_ENOUGH_RUNS
        ? seen + "; not enough runs: " + result.missing() + " more within it are missing"
        : seen;
  }

  private static String limit(BudgetResult result) {
    return result.limit().toMillis() + " ms";
  }

  private static Optional<Finding> finding(
      String caseId, String system, String operation, BudgetResult result) {
    if (result.outcome() != BudgetOutcome.FAIL) {
      return Optional.empty();
    }
    String share = result.quantile().movePointRight(2).stripTrailingZeros().toPlainString();
    return Optional.of(
        new Finding(
            TimingRules.OVER_BUDGET,
            system,
            Side.PROVIDER,
            system + " answered Concordat's request itself",
            Optional.of(new LinkName(LinkName.CONCORDAT, system)),
            operation,
            "",
            text(result),
            result.sentence(),
            Optional.of(
                new Comparison(
                    share + " % within " + limit(result),
                    result.over() + " of " + result.runs() + " over")),
            caseId,
            Optional.empty()));
  }

  static CaseResult.Step skipped(String why) {
    return new CaseResult.Step(why, Outcome.SKIPPED, "nothing was measured");
  }
}
