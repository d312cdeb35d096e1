package dev.concordat.engine.timing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;

/// Compares the same quantile of two series of durations, whatever their distributions are.
///
/// Let the true quantile of the first be more than `r` times that of the second. Then there is a limit `c` between the two:
/// in the first series more than the share `1 - p` of all durations is above `c`, in the second, each made `r` times as
/// long, not more. For one `c` both are exact binomial tests (Clopper and Pearson, Biometrika 26, 1934) of independent
/// series, and their chances are put together as Fisher did (Statistical Methods for Research Workers, 1932: the product
/// `x` of two has the chance `x (1 - ln x)`). Which `c` it is nobody knows: the worst of all counts. So the chance is never
/// told smaller than it is. Where a busy machine slows down both series for a while, the counts scatter less than
/// binomial ones (Hoeffding, Annals of Mathematical Statistics 27, 1956), and calls in turn meet the same while.
final class RatioTest {
  private static final double WIDEST = 1_000;
  private static final int HALVINGS = 40;
  private static final MathContext DIGITS = new MathContext(3);

  private final double[] first;
  private final double[] second;
  private final Chances ofFirst;
  private final Chances ofSecond;

  /// @param quantile which is compared
  /// @param times each duration counts as so many
  RatioTest(List<Duration> first, List<Duration> second, BigDecimal quantile, int times) {
    this.first = sorted(first);
    this.second = sorted(second);
    double allowed = BigDecimal.ONE.subtract(quantile).doubleValue();
    this.ofFirst = new Chances(first.size(), times, allowed);
    this.ofSecond = new Chances(second.size(), times, allowed);
  }

  private static double[] sorted(List<Duration> durations) {
    return durations.stream().mapToDouble(Duration::toNanos).sorted().toArray();
  }

  /// How likely it is to see what was seen, or clearer, if the first quantile is more than so many times the second.
  double chanceIfMore(double ratio) {
    return worst(ratio, true);
  }

  /// How likely it is to see what was seen, or clearer, if the first quantile is at most so many times the second.
  double chanceIfLess(double ratio) {
    return worst(ratio, false);
  }

  private double worst(double ratio, boolean isMore) {
    double worst = 0;
    int inFirst = 0;
    int inSecond = 0;
    while (true) {
      int aboveFirst = first.length - inFirst;
      int aboveSecond = second.length - inSecond;
      double chance =
          isMore
              ? ofFirst.atMost(aboveFirst) * ofSecond.atLeast(aboveSecond)
              : ofFirst.atLeast(aboveFirst) * ofSecond.atMost(aboveSecond);
      worst = Math.max(worst, together(chance));
      if (aboveFirst == 0 && aboveSecond == 0) {
        return worst;
      }
      double next =
          Math.min(
              aboveFirst == 0 ? Double.MAX_VALUE : first[inFirst],
              aboveSecond == 0 ? Double.MAX_VALUE : ratio * second[inSecond]);
      while (inFirst < first.length && first[inFirst] <= next) {
        inFirst++;
      }
      while (inSecond < second.length && ratio * second[inSecond] <= next) {
        inSecond++;
      }
    }
  }

  private static double together(double product) {
    return product <= 0 ? 0 : product * (1 - Math.log(product));
  }

  /// The largest ratio that is sure to be exceeded; empty where nothing is.
  Optional<BigDecimal> least(double doubt) {
    return edge(ratio -> chanceIfLess(ratio) <= doubt, true);
  }

  /// The smallest ratio that is sure not to be exceeded; empty where nothing is.
  Optional<BigDecimal> most(double doubt) {
    return edge(ratio -> chanceIfMore(ratio) <= doubt, false);
  }

  /// Where a claim that holds on one side only ends to hold.
  private static Optional<BigDecimal> edge(DoublePredicate holds, boolean isBelow) {
    double inside = isBelow ? 1 / WIDEST : WIDEST;
    double outside = isBelow ? WIDEST : 1 / WIDEST;
    if (!holds.test(inside)) {
      return Optional.empty();
    }
    for (int i = 0; i < HALVINGS; i++) {
      double middle = Math.sqrt(inside * outside);
      if (holds.test(middle)) {
        inside = middle;
      } else {
        outside = middle;
      }
    }
    return Optional.of(new BigDecimal(inside).round(DIGITS));
  }

  /// With fewer runs of each, not even two series that do not meet at all decide anything.
  static int fewest(BigDecimal quantile, BigDecimal confidence) {
    double doubt = BigDecimal.ONE.subtract(confidence).doubleValue();
    double chance = 1;
    int runs = 0;
    while (together(chance) > doubt || runs == 0) {
      runs++;
      chance *= quantile.doubleValue();
    }
    return runs;
  }

  /// The smallest duration that is not exceeded by the share of all; zero where there are none.
  static Duration quantile(List<Duration> durations, BigDecimal quantile) {
    if (durations.isEmpty()) {
      return Duration.ZERO;
    }
    int rank = (int) Math.ceil(quantile.doubleValue() * durations.size());
    return durations.stream().sorted().toList().get(Math.max(1, rank) - 1);
  }

  /// The chances of counts of a series, worked out once.
  private static final class Chances {
    private final double[] atMost;
    private final double[] atLeast;

    Chances(int runs, int times, double share) {
      double[] each = new Binomial(runs * times, share).each();
      this.atMost = new double[runs + 1];
      this.atLeast = new double[runs + 1];
      double sum = 0;
      for (int k = 0; k < each.length; k++) {
        sum += each[k];
        if (k % times == 0) {
          atMost[k / times] = Math.min(1, sum);
        }
      }
      sum = 0;
      for (int k = each.length - 1; k >= 0; k--) {
        sum += each[k];
        if (k % times == 0) {
          atLeast[k / times] = Math.min(1, sum);
        }
      }
    }

    double atMost(int count) {
      return atMost[count];
    }

    double atLeast(int count) {
      return atLeast[count];
    }
  }
}
