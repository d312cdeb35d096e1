package dev.concordat.engine.flow;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/// Durations as people write them: `150ms`, `3s`, `1.5s`, `2m`.
public final class Durations {
  private static final Pattern FORM = Pattern.compile("(\\d{1,6})(?:\\.(\\d{1,3}))?\\s*(ms|s|m)");

  private Durations() {}

  /// Reads a duration; empty when the text has another form.
  public static Optional<Duration> parse(String text) {
    var match = FORM.matcher(text.strip());
    if (!match.matches()) {
      return Optional.empty();
    }
    double amount =
        Double.parseDouble(
            match.group(2) == null ? match.group(1) : match.group(1) + "." + match.group(2));
    long millis =
        switch (match.group(3)) {
          case "ms" -> Math.round(amount);
          case "s" -> Math.round(amount * 1000);
          default -> Math.round(amount * 60_000);
        };
    return Optional.of(Duration.ofMillis(millis));
  }

  /// The shortest way to write it.
  public static String text(Duration duration) {
    long millis = duration.toMillis();
    return millis % 1000 == 0 && millis > 0 ? millis / 1000 + "s" : millis + "ms";
  }
}
