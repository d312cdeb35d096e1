package dev.concordat.engine.resilience;

import java.util.Arrays;
import java.util.List;

/// Whether values go up over time, told by signs and medians, so that single values which are far off count no more than others.
final class Trend {
  /// One in a hundred series without a trend has a larger one (normal approximation, one-sided).
  private static final double SURE = 2.33;

  private final long[] values;

  Trend(List<Long> values) {
    this.values = values.stream().mapToLong(Long::longValue).toArray();
  }

  /// The median of the slopes between all pairs (Theil 1950; Sen, Journal of the American Statistical Association 63, 1968), for
  /// one step. 0 for fewer than two values.
  double slope() {
    int n = values.length;
    double[] slopes = new double[n * (n - 1) / 2];
    int next = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        slopes[next++] = (double) (values[j] - values[i]) / (j - i);
      }
    }
    Arrays.sort(slopes);
    return slopes.length == 0 ? 0 : slopes[slopes.length / 2];
  }

  /// Whether more pairs go up than chance explains (Mann, Econometrica 13, 1945; Kendall).
  boolean isUp() {
    int n = values.length;
    long ups = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        ups += Long.signum(values[j] - values[i]);
      }
    }
    double deviation = Math.sqrt(n * (n - 1.0) * (2.0 * n + 5) / 18);
    return n > 2 && ups / deviation > SURE;
  }
}
