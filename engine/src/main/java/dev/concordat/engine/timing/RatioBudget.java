package dev.concordat.engine.timing;

import dev.concordat.model.finding.Sentence;
import dev.concordat.model.timing.BudgetOutcome;
import dev.concordat.model.timing.ComparedBudget;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// "95 % of the answers come within 1.2 times what they take in `main`": two versions of one system run side by side, and
/// their quantiles are compared by {@link RatioTest}:
///
/// - it **passes** when it is sure that the quantile is at most so many times the other's;
/// - it **fails** when it is sure that it is more;
/// - else there are **not enough runs**.
///
/// @param quantile which share of the answers is compared, between 0 and 1
/// @param factor how many times as long they may take
/// @param version the other version, as git names it
/// @param confidence how sure a verdict must be, between 0 and 1
public record RatioBudget(
    BigDecimal quantile, BigDecimal factor, String version, BigDecimal confidence)
    implements BudgetRule {
  /// So often the fewest runs that could decide anything at all: those decide only what is far from the limit.
  private static final int MORE_THAN_LEAST = 3;

  /// With fewer, not even the middle of a distribution is known well.
  private static final int FEWEST = 200;

  /// How much larger a series is thought to be when it is asked how many runs are missing.
  private static final List<Integer> LARGER = List.of(2, 3, 4, 6, 8, 12, 16, 24, 32);

  public RatioBudget {
    QuantileBudget.check(quantile, confidence);
    if (factor.signum() <= 0) {
      throw new IllegalArgumentException("a factor is larger than 0: " + factor);
    }
    if (version.isBlank()) {
      throw new IllegalArgumentException("a version has a name");
    }
  }

  public RatioBudget against(String other) {
    return new RatioBudget(quantile, factor, other, confidence);
  }

  /// How many pairs of runs are made: enough for what is clear, decided before the first.
  public int runs() {
    return Math.max(FEWEST, MORE_THAN_LEAST * RatioTest.fewest(quantile, confidence));
  }

  /// Judges runs of both versions that were made in turn.
  ///
  /// @param here of the version under test
  /// @param there of the other
  public ComparedBudget judge(
      String subject, List<Duration> here, List<Duration> there, Optional<Sentence> sentence) {
    var test = new RatioTest(here, there, quantile, 1);
    double doubt = BigDecimal.ONE.subtract(confidence).doubleValue();
    BudgetOutcome outcome = outcome(test, doubt);
    int missing = outcome == BudgetOutcome.NOT_ENOUGH_RUNS ? missing(here, there, doubt) : 0;
    return new ComparedBudget(
        subject,
        quantile,
        factor,
        version,
        confidence,
        outcome,
        Math.min(here.size(), there.size()),
        RatioTest.quantile(here, quantile),
        RatioTest.quantile(there, quantile),
        test.least(doubt),
        test.most(doubt),
        missing,
        sentence);
  }

  private BudgetOutcome outcome(RatioTest test, double doubt) {
    double allowed = factor.doubleValue();
    if (test.chanceIfMore(allowed) <= doubt) {
      return BudgetOutcome.PASS;
    }
    return test.chanceIfLess(allowed) <= doubt ? BudgetOutcome.FAIL : BudgetOutcome.NOT_ENOUGH_RUNS;
  }

  /// How many more runs like these would decide; 0 where even very many would not.
  private int missing(List<Duration> here, List<Duration> there, double doubt) {
    for (int times : LARGER) {
      if (outcome(new RatioTest(here, there, quantile, times), doubt)
          != BudgetOutcome.NOT_ENOUGH_RUNS) {
        return (times - 1) * Math.min(here.size(), there.size());
      }
    }
    return 0;
  }

  @Override
  public String text() {
    return QuantileBudget.percentile(quantile)
        + " < "
        + factor.stripTrailingZeros().toPlainString()
        + "x "
        + version;
  }
}
