package dev.concordat.engine.timing;

/// The exact binomial distribution: how likely it is to see `k` slow runs among `n` when the true share of slow runs is
/// `p`. Summed in logarithms, so that it holds for thousands of runs.
final class Binomial {
  private final int n;
  private final double p;

  /// @param n how many runs, at least 0
  /// @param p the true share, between 0 and 1, both excluded
  Binomial(int n, double p) {
    if (n < 0 || p <= 0 || p >= 1) {
      throw new IllegalArgumentException("no binomial distribution of " + n + " and " + p);
    }
    this.n = n;
    this.p = p;
  }

  /// The probability of at most so many.
  double atMost(int k) {
    double sum = 0;
    double term = n * Math.log1p(-p);
    double odds = Math.log(p) - Math.log1p(-p);
    for (int i = 0; i <= Math.min(k, n); i++) {
      sum += Math.exp(term);
      term += Math.log((double) (n - i) / (i + 1)) + odds;
    }
    return Math.min(1, sum);
  }

  /// The probability of at least so many.
  double atLeast(int k) {
    return k <= 0 ? 1 : new Binomial(n, 1 - p).atMost(n - k);
  }

  /// The probability of each number from 0 to n.
  double[] each() {
    double[] each = new double[n + 1];
    double term = n * Math.log1p(-p);
    double odds = Math.log(p) - Math.log1p(-p);
    for (int i = 0; i <= n; i++) {
      each[i] = Math.exp(term);
      term += Math.log((double) (n - i) / (i + 1)) + odds;
    }
    return each;
  }
}
