package dev.concordat.wire.fault;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long something waits: a distribution. No delay is longer than an hour.
public sealed interface Delay {
  /// Longer delays are taken as this long, or refused where they are written down.
  Duration MAX = Duration.ofHours(1);

  /// Always the same.
  record Fixed(Duration length) implements Delay {
    public Fixed {
      check(length);
    }
  }

  /// Every length between the two is as likely as any other.
  record Uniform(Duration least, Duration most) implements Delay {
    public Uniform {
      check(least);
      check(most);
      if (least.compareTo(most) > 0) {
        throw new IllegalArgumentException("the least delay is longer than the most");
      }
    }
  }

  /// Mostly near the median, now and then much longer, as real services are.
  ///
  /// @param median half of all delays are shorter
  /// @param sigma of the logarithm; 0.1 is narrow, 1 has a long tail
  record LogNormal(Duration median, double sigma) implements Delay {
    private static final double MAX_SIGMA = 10;

    public LogNormal {
      check(median);
      if (!(sigma >= 0 && sigma <= MAX_SIGMA)) {
        throw new IllegalArgumentException("sigma goes from 0 to " + MAX_SIGMA);
      }
    }
  }

  /// The next length; the same state of the generator gives the same.
  default Duration next(RandomGenerator random) {
    double nanos =
        switch (this) {
          case Fixed(Duration length) -> length.toNanos();
          case Uniform(Duration least, Duration most) ->
              least.toNanos() + random.nextDouble() * (most.toNanos() - least.toNanos());
          case LogNormal(Duration median, double sigma) ->
              median.toNanos() * Math.exp(sigma * random.nextGaussian());
        };
    return Duration.ofNanos((long) Math.min(nanos, (double) MAX.toNanos()));
  }

  /// Checks a length.
  ///
  /// @throws IllegalArgumentException for negative lengths and those above {@link #MAX}
  static void check(Duration length) {
    if (length.isNegative() || length.compareTo(MAX) > 0) {
      throw new IllegalArgumentException("a delay is not negative and at most " + MAX);
    }
  }
}
