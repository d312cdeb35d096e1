package dev.concordat.report.profile;

import dev.concordat.model.profile.Measurement;
import dev.concordat.model.profile.Profile;
import dev.concordat.model.profile.Reading;
import dev.concordat.model.profile.Trait;
import dev.concordat.model.timing.BudgetResult;
import dev.concordat.model.timing.ComparedBudget;
import dev.concordat.model.timing.Latency;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Profiles, latencies and budgets in short words, for terminals and pages.
public final class MeasuresWords {
  private static final List<Trait> SHORT =
      List.of(
          Trait.READ_TIMEOUT,
          Trait.RETRIES_AFTER_ERROR,
          Trait.RETRIES_AFTER_SILENCE,
          Trait.BACKOFF,
          Trait.KEY,
          Trait.BREAKER,
          Trait.RECOVERY,
          Trait.FALLBACK,
          Trait.ANSWER_TO_ERROR);

  private static final List<Trait> OF_MESSAGES = List.of(Trait.DUPLICATES, Trait.ORDER);

  private MeasuresWords() {}

  /// `orders → payments.createCharge`.
  public static String heading(Profile profile) {
    return profile.link().consumer() + " → " + profile.operation();
  }

  /// What people ask for first, in one line; what is not known is left out, and said as such where nothing is known.
  public static String line(Profile profile) {
    List<String> words = words(profile, SHORT);
    if (words.isEmpty()) {
      words = words(profile, OF_MESSAGES);
    }
    return words.isEmpty() ? whyNothing(profile) : String.join(" · ", words);
  }

  private static List<String> words(Profile profile, List<Trait> traits) {
    List<String> words = new ArrayList<>();
    for (Trait trait : traits) {
      if (profile.isKnown(trait)) {
        words.add(trait.word() + " " + profile.reading(trait).orElseThrow().text());
      }
    }
    return words;
  }

  private static String whyNothing(Profile profile) {
    return profile.measurements().stream()
        .map(Measurement::reading)
        .filter(Reading.Unknown.class::isInstance)
        .map(Reading::text)
        .findFirst()
        .orElse("nothing was measured");
  }

  /// `✓ pass`, `✗ fail`, or how many runs are missing.
  public static String verdict(BudgetResult result) {
    return switch (result.outcome()) {
      case PASS -> "pass";
      case FAIL -> "fail";
      case NOT_ENOUGH_RUNS -> "not enough runs: " + result.missing() + " more without a slow one";
    };
  }

  /// `p95 < 150 ms: 59 runs, 0 over, 95 % sure`.
  public static String line(BudgetResult result) {
    return "p"
        + result.quantile().movePointRight(2).stripTrailingZeros().toPlainString()
        + " < "
        + Reading.text(result.limit())
        + ": "
        + result.runs()
        + " runs, "
        + result.over()
        + " over, "
        + result.confidence().movePointRight(2).stripTrailingZeros().toPlainString()
        + " % sure";
  }

  /// `pass`, `fail`, or that there are not enough runs.
  public static String verdict(ComparedBudget result) {
    return switch (result.outcome()) {
      case PASS -> "pass";
      case FAIL -> "fail";
      case NOT_ENOUGH_RUNS ->
          "not enough runs"
              + (result.missing() == 0 ? "" : ": about " + result.missing() + " more like these");
    };
  }

  /// `p95 < 1.2x main: 4.1 ms, in main 4.0 ms; 0.97 to 1.08 times, 279 runs of each, 95 % sure`.
  public static String line(ComparedBudget result) {
    return "p"
        + result.quantile().movePointRight(2).stripTrailingZeros().toPlainString()
        + " < "
        + result.factor().toPlainString()
        + "x "
        + result.version()
        + ": "
        + millis(result.here())
        + ", in "
        + result.version()
        + " "
        + millis(result.there())
        + "; "
        + bound(result.least())
        + " to "
        + bound(result.most())
        + " times, "
        + result.runs()
        + " runs of each, "
        + result.confidence().movePointRight(2).stripTrailingZeros().toPlainString()
        + " % sure";
  }

  private static String bound(Optional<BigDecimal> bound) {
    return bound.map(BigDecimal::toPlainString).orElse("?");
  }

  /// `120 answers · median 3.1 ms · p95 8.0 ms · p99 12.4 ms · max 40.2 ms`.
  public static String line(Latency latency) {
    return latency.count()
        + " answers · median "
        + millis(latency.median())
        + " · p95 "
        + millis(latency.p95())
        + " · p99 "
        + millis(latency.p99())
        + " · max "
        + millis(latency.max());
  }

  private static String millis(Duration duration) {
    return String.format(Locale.ROOT, "%.1f ms", duration.toNanos() / 1e6);
  }
}
