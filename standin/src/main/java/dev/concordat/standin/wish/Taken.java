package dev.concordat.standin.wish;

import dev.concordat.standin.fault.Disturbance;
import java.time.Duration;
import java.util.random.RandomGenerator;

/// What a rule decides for one request.
public record Taken(Wish wish, Disturbance disturbance) {
  /// No rule holds.
  public static final Taken NOTHING = new Taken(Wish.NONE, Disturbance.NONE);

  static Taken of(Rule rule, RandomGenerator random) {
    Duration delay = rule.delay().map(it -> it.next(random)).orElse(Duration.ZERO);
    return new Taken(rule.wish(), new Disturbance(delay, rule.fault()));
  }
}
