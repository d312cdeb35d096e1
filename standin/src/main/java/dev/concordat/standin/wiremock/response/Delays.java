package dev.concordat.standin.wiremock.response;

import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.wire.fault.Delay;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/// How long answers wait: a fixed time and a random one, each of a stub or, where it has none, of the server.
///
/// @param fixed added to the random one
public record Delays(Optional<Duration> fixed, Optional<Delay> random) {
  /// Answers come at once.
  public static final Delays NONE = new Delays(Optional.empty(), Optional.empty());

  /// Reads delays as they stand in responses and in settings.
  ///
  /// @param fixedName `fixedDelayMilliseconds` in responses, `fixedDelay` in settings
  /// @param complaints takes what is wrong
  public static Delays read(JsonObject from, String fixedName, Consumer<String> complaints) {
    Optional<Duration> fixed = millis(from, fixedName, complaints);
    Optional<Delay> random =
        from.member("delayDistribution").orElse(null) instanceof JsonObject distribution
            ? distribution(distribution, complaints)
            : Optional.empty();
    return new Delays(fixed, random);
  }

  private static Optional<Delay> distribution(JsonObject written, Consumer<String> complaints) {
    String type =
        written.member("type").orElse(null) instanceof JsonString(String text) ? text : "";
    try {
      switch (type) {
        case "fixed" -> {
          return millis(written, "milliseconds", complaints).map(Delay.Fixed::new);
        }
        case "uniform" -> {
          Optional<Duration> lower = millis(written, "lower", complaints);
          Optional<Duration> upper = millis(written, "upper", complaints);
          if (lower.isPresent() && upper.isPresent()) {
            return Optional.of(new Delay.Uniform(lower.get(), upper.get()));
          }
        }
        case "lognormal" -> {
          Optional<Duration> median = millis(written, "median", complaints);
          JsonValue sigma = written.member("sigma").orElse(null);
          if (median.isPresent() && sigma instanceof JsonNumber number && number.isTame()) {
            return Optional.of(new Delay.LogNormal(median.get(), number.decimal().doubleValue()));
          }
        }
        default -> {
          complaints.accept(
              "the delay distribution '"
                  + type
                  + "' is not supported: fixed, uniform and lognormal are");
          return Optional.empty();
        }
      }
    } catch (IllegalArgumentException e) {
      complaints.accept("delayDistribution: " + e.getMessage());
      return Optional.empty();
    }
    complaints.accept("the delay distribution '" + type + "' lacks a number: " + written);
    return Optional.empty();
  }

  static Optional<Duration> millis(JsonObject from, String name, Consumer<String> complaints) {
    JsonValue value = from.member(name).orElse(null);
    if (!(value instanceof JsonNumber number)) {
      return Optional.empty();
    }
    long most = Delay.MAX.toMillis();
    double millis = number.isTame() ? number.decimal().doubleValue() : -1;
    if (millis < 0 || millis > most) {
      complaints.accept(name + " is " + value + "; it goes from 0 to " + most + " ms");
      return Optional.empty();
    }
    return Optional.of(Duration.ofNanos((long) (millis * 1_000_000)));
  }

  public boolean isNone() {
    return fixed.isEmpty() && random.isEmpty();
  }

  /// These, and what they leave open as others say it.
  public Delays or(Delays others) {
    return others.isNone() ? this : new Delays(fixed.or(others::fixed), random.or(others::random));
  }

  /// The next delay.
  public Duration next(RandomGenerator generator) {
    Duration sum =
        fixed
            .orElse(Duration.ZERO)
            .plus(random.map(one -> one.next(generator)).orElse(Duration.ZERO));
    return sum.compareTo(Delay.MAX) > 0 ? Delay.MAX : sum;
  }
}
