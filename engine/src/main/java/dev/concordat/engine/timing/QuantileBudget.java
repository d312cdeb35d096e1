package dev.concordat.engine.timing;

import dev.concordat.model.finding.Sentence;
import dev.concordat.model.timing.BudgetOutcome;
import dev.concordat.model.timing.BudgetResult;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// "95 % of the answers within 150 ms", judged by exact binomial bounds (Clopper and Pearson, Biometrika 26, 1934):
///
/// - it **passes** when so few slow runs would be unlikely if the true share of slow answers were as large as the budget
///   allows or larger: at p95 and 95 % confidence 59 runs without a slow one, 93 with one;
/// - it **fails** when so many slow runs would be unlikely if the true share were within the budget;
/// - else there are **not enough runs**, and it is said how many are missing.
///
/// The runs must not influence each other.
///
/// @param quantile the share of answers that must be within the limit, between 0 and 1
/// @param confidence how sure a verdict must be, between 0 and 1
public record QuantileBudget(BigDecimal quantile, Duration limit, BigDecimal confidence)
    implements BudgetRule {
  /// What is meant where nothing is said.
  public static final BigDecimal USUAL_CONFIDENCE = new BigDecimal("0.95");

  /// More runs than anybody makes.
  private static final int MAX_RUNS = 1_000_000;

  public QuantileBudget {
    check(quantile, confidence);
    if (!limit.isPositive()) {
      throw new IllegalArgumentException("a limit is longer than 0: " + limit);
    }
  }

  static void check(BigDecimal quantile, BigDecimal confidence) {
    if (!isShare(quantile) || !isShare(confidence)) {
      throw new IllegalArgumentException(
          "quantile and confidence lie between 0 and 1: " + quantile + ", " + confidence);
    }
  }

  private static boolean isShare(BigDecimal value) {
    return value.signum() > 0 && value.compareTo(BigDecimal.ONE) < 0;
  }

  /// Judges runs; the order does not matter.
  public BudgetResult judge(String subject, List<Duration> runs, Optional<Sentence> sentence) {
    int over = (int) runs.stream().filter(run -> run.compareTo(limit) > 0).count();
    BudgetOutcome outcome = outcome(runs.size(), over);
    int missing = outcome == BudgetOutcome.NOT_ENOUGH_RUNS ? runsToPass(over) - runs.size() : 0;
    return new BudgetResult(
        subject, quantile, limit, confidence, outcome, runs.size(), over, missing, sentence);
  }

  /// What so many slow runs among so many say.
  public BudgetOutcome outcome(int runs, int over) {
    double doubt = BigDecimal.ONE.subtract(confidence).doubleValue();
    var worst = new Binomial(runs, allowed());
    if (worst.atMost(over) <= doubt) {
      return BudgetOutcome.PASS;
    }
    return worst.atLeast(over) <= doubt ? BudgetOutcome.FAIL : BudgetOutcome.NOT_ENOUGH_RUNS;
  }

  /// How many runs it takes to pass with so many slow ones among them: 59 for p95 with none.
  ///
  /// @param over how many are over the limit
  public int runsToPass(int over) {
    int low = over;
    int high = MAX_RUNS;
    while (low + 1 < high) {
      int middle = low + (high - low) / 2;
      if (outcome(middle, over) == BudgetOutcome.PASS) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }

  private double allowed() {
    return BigDecimal.ONE.subtract(quantile).doubleValue();
  }

  @Override
  public String text() {
    return percentile(quantile) + " < " + limit.toMillis() + "ms";
  }

  static String percentile(BigDecimal quantile) {
    return "p" + quantile.movePointRight(2).stripTrailingZeros().toPlainString();
  }
}
