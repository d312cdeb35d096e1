package dev.concordat.engine.run;

import dev.concordat.cases.ContractCase;
import dev.concordat.engine.flow.Budget;
import dev.concordat.engine.plan.PlannedCase;
import dev.concordat.engine.timing.RatioBudget;
import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.model.finding.Comparison;
import dev.concordat.model.finding.Finding;
import dev.concordat.model.finding.Side;
import dev.concordat.model.finding.TimingRules;
import dev.concordat.model.link.LinkName;
import dev.concordat.model.profile.Reading;
import dev.concordat.model.run.CaseResult;
import dev.concordat.model.timing.BudgetOutcome;
import dev.concordat.model.timing.ComparedBudget;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// Runs a request, or a flow, on the version under test and on another one in turn. Which of the two begins a pair is drawn
/// from the seed, so that neither always meets what the other leaves behind. How many pairs there are is decided before the
/// first.
final class ComparisonRunner implements AutoCloseable {
  /// Pairs that are not counted: both versions were just started.
  private static final int WARM_UP = 20;

  private static final int MAX_PAIRS = 2_000;
  private static final Duration MAX_TIME = Duration.ofMinutes(4);

  private final Session session;
  private final FlowRunner flows;
  private final OtherVersions versions;
  private final List<ComparedBudget> results = new ArrayList<>();
  private @Nullable Rival rival;

  ComparisonRunner(Session session, FlowRunner flows, OtherVersions versions) {
    this.session = session;
    this.flows = flows;
    this.versions = versions;
  }

  /// What the runs said of the budgets so far.
  List<ComparedBudget> results() {
    return List.copyOf(results);
  }

  Attempt run(PlannedCase.OfComparison planned) {
    long start = System.nanoTime();
    try {
      Rival other = rival(planned.budget().version());
      Optional<ContractCase> works = firstThatWorks(planned, other);
      if (works.isEmpty()) {
        String why = "no valid request of its contract is answered well by both versions";
        return Attempt.over(List.of(), List.of(TimingRunner.skipped(why)), List.of(), start);
      }
      var here = new ArrayList<Duration>();
      var there = new ArrayList<Duration>();
      try (var ours = new TimedCall(session, works.get());
          var theirs = new TimedCall(other.session(), works.get())) {
        inTurn(
            planned.id(),
            Math.min(MAX_PAIRS, planned.budget().runs()),
            number -> here.add(ours.once(planned.id(), number).took()),
            number -> there.add(theirs.once(planned.id(), number).took()),
            number -> forget(number, here, there));
      }
      other.check();
      ComparedBudget result =
          planned.budget().judge(planned.operation(), here, there, Optional.of(planned.sentence()));
      results.add(result);
      return Attempt.over(
          finding(planned.id(), planned.operation(), result).stream().toList(),
          List.of(step(result)),
          List.of(),
          start);
    } catch (EnvironmentFailure failure) {
      return Attempt.failed(failure.troubles().getFirst(), start);
    }
  }

  Attempt run(PlannedCase.OfFlowComparison planned) {
    long start = System.nanoTime();
    try {
      Rival other = rival(planned.version());
      List<Budget> budgets = planned.flow().flow().budget();
      int pairs = budgets.stream().mapToInt(ComparisonRunner::pairs).max().orElse(0);
      var here = new ArrayList<Map<String, Duration>>();
      var there = new ArrayList<Map<String, Duration>>();
      inTurn(
          planned.id(),
          pairs,
          number -> here.add(timed(flows, planned, number)),
          number -> there.add(timed(other.flows(), planned, number)),
          number -> forget(number, here, there));
      other.check();
      List<Finding> findings = new ArrayList<>();
      List<CaseResult.Step> steps = new ArrayList<>();
      for (Budget budget : budgets) {
        if (budget.rule() instanceof RatioBudget rule) {
          String subject = planned.flow().flow().file() + ": " + budget.step();
          ComparedBudget result =
              rule.judge(
                  subject,
                  of(budget.step(), here),
                  of(budget.step(), there),
                  Optional.of(budget.sentence()));
          results.add(result);
          steps.add(step(result));
          flows
              .operation(planned.flow(), budget.step())
              .flatMap(operation -> finding(planned.id(), operation, result))
              .ifPresent(findings::add);
        }
      }
      return Attempt.over(findings, steps, List.of(), start);
    } catch (EnvironmentFailure failure) {
      return Attempt.failed(failure.troubles().getFirst(), start);
    }
  }

  private static int pairs(Budget budget) {
    return budget.rule() instanceof RatioBudget rule && budget.runs() == 0
        ? Math.min(MAX_PAIRS, rule.runs())
        : budget.runs();
  }

  private static Map<String, Duration> timed(
      FlowRunner runner, PlannedCase.OfFlowComparison planned, int number)
      throws EnvironmentFailure {
    FlowRunner.Timed timed = runner.timed(planned.flow(), planned.id(), number);
    if (timed.trouble().isPresent()) {
      throw new EnvironmentFailure(List.of(timed.trouble().get()));
    }
    return timed.durations();
  }

  private static List<Duration> of(String step, List<Map<String, Duration>> runs) {
    return runs.stream().flatMap(run -> Optional.ofNullable(run.get(step)).stream()).toList();
  }

  /// One run of one of the versions.
  @FunctionalInterface
  private interface Once {
    void run(int number) throws EnvironmentFailure;
  }

  private void inTurn(String id, int pairs, Once here, Once there, Once afterPair)
      throws EnvironmentFailure {
    long began = System.nanoTime();
    var random = new Random(session.plan().options().seed() * 31 + id.hashCode());
    for (int i = 0; i < pairs + WARM_UP && Attempt.since(began).compareTo(MAX_TIME) < 0; i++) {
      boolean isOursFirst = random.nextBoolean();
      (isOursFirst ? here : there).run(i);
      (isOursFirst ? there : here).run(i);
      afterPair.run(i);
    }
  }

  private static void forget(int number, List<?> here, List<?> there) {
    if (number < WARM_UP) {
      here.clear();
      there.clear();
    }
  }

  private Optional<ContractCase> firstThatWorks(PlannedCase.OfComparison planned, Rival other)
      throws EnvironmentFailure {
    int number = 0;
    for (ContractCase cause : planned.causes()) {
      if (TimedCall.works(session, cause, planned.id(), number)
          && TimedCall.works(other.session(), cause, planned.id(), number)) {
        return Optional.of(cause);
      }
      number++;
    }
    return Optional.empty();
  }

  /// The other version, started where it does not run yet. Only one runs at a time.
  private Rival rival(String version) throws EnvironmentFailure {
    Rival running = rival;
    if (running != null && running.version().equals(version)) {
      return running;
    }
    close();
    Rival started = Rival.start(version, versions, session);
    rival = started;
    return started;
  }

  @Override
  public void close() {
    if (rival != null) {
      rival.close();
      rival = null;
    }
  }

  private static CaseResult.Step step(ComparedBudget result) {
    return new CaseResult.Step(
        result.subject(), TimingRunner.outcome(result.outcome()), text(result));
  }

  private static String text(ComparedBudget result) {
    String seen =
        percentile(result)
            + " is "
            + Reading.text(result.here())
            + ", in "
            + result.version()
            + " "
            + Reading.text(result.there())
            + " ("
            + result.runs()
            + " runs of each)";
    return switch (result.outcome()) {
      case PASS -> seen;
      case FAIL -> seen + ": at least " + number(result.least()) + " times as long";
      case NOT_ENOUGH_RUNS ->
          seen
              + "; not enough runs"
              + (result.missing() == 0 ? "" : ": about " + result.missing() + " more are missing");
    };
  }

  private static String number(Optional<BigDecimal> bound) {
    return bound.map(BigDecimal::toPlainString).orElse("?");
  }

  private static String percentile(ComparedBudget result) {
    return "p" + result.quantile().movePointRight(2).stripTrailingZeros().toPlainString();
  }

  private static Optional<Finding> finding(String caseId, String operation, ComparedBudget result) {
    if (result.outcome() != BudgetOutcome.FAIL) {
      return Optional.empty();
    }
    String system = operation.substring(0, operation.indexOf('.'));
    return Optional.of(
        new Finding(
            TimingRules.SLOWER_THAN_VERSION,
            system,
            Side.PROVIDER,
            "both versions of " + system + " answered the same requests in turn",
            Optional.of(new LinkName(LinkName.CONCORDAT, system)),
            operation,
            "",
            text(result),
            result.sentence(),
            Optional.of(
                new Comparison(
                    percentile(result)
                        + " at most "
                        + result.factor().toPlainString()
                        + " times that of "
                        + result.version(),
                    "at least " + number(result.least()) + " times")),
            caseId,
            Optional.empty()));
  }
}
