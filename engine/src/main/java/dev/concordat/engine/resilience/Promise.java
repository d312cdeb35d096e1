package dev.concordat.engine.resilience;

import dev.concordat.engine.flow.Durations;
import dev.concordat.model.finding.Comparison;
import dev.concordat.model.finding.ResilienceRules;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.profile.Profile;
import dev.concordat.model.profile.Reading;
import dev.concordat.model.profile.Trait;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/// What `concordat.yaml` promises of a consumer's calls or a subscriber's messages, and whether a reading keeps it.
///
/// @param key as written: `timeout`, `retries`, `backoff` …
/// @param value as written: `2s`, `3`, `exponential`
public record Promise(String key, String value, Sentence sentence) {
  /// A measured time keeps a promised one when it differs by no more than this part, or {@link #SLACK}.
  private static final double WITHIN = 0.15;

  private static final Duration SLACK = Duration.ofMillis(50);

  /// The trait that it is about; empty for a key that is none.
  public Optional<Trait> trait() {
    return switch (key) {
      case "timeout" -> Optional.of(Trait.READ_TIMEOUT);
      case "connect-timeout" -> Optional.of(Trait.CONNECT_TIMEOUT);
      case "memory" -> Optional.of(Trait.MEMORY);
      case "order" -> Optional.of(Trait.ORDER);
      case "duplicates" -> Optional.of(Trait.DUPLICATES);
      case "retries" -> Optional.of(Trait.RETRIES_AFTER_ERROR);
      case "backoff" -> Optional.of(Trait.BACKOFF);
      case "jitter" -> Optional.of(Trait.JITTER);
      case "breaker" -> Optional.of(Trait.BREAKER);
      case "recovery" -> Optional.of(Trait.RECOVERY);
      case "fallback" -> Optional.of(Trait.FALLBACK);
      default -> Optional.empty();
    };
  }

  /// How a profile breaks it; empty where it does not, and where what it is about was not measured.
  Optional<Wrong> brokenBy(Profile profile) {
    return trait()
        .flatMap(profile::reading)
        .filter(this::isBrokenBy)
        .map(
            reading ->
                new Wrong(
                    ResilienceRules.PROMISE_BROKEN,
                    false,
                    "/" + key,
                    profile.link().consumer()
                        + " promises "
                        + key
                        + ": "
                        + value
                        + " for "
                        + profile.link().provider()
                        + "; measured for "
                        + profile.operation()
                        + ": "
                        + reading.text(),
                    new Comparison(key + ": " + value, reading.text()),
                    Optional.of(sentence)));
  }

  /// Whether a reading breaks it. What is not known breaks nothing.
  boolean isBrokenBy(Reading reading) {
    return switch (reading) {
      case Reading.Unknown ignored -> false;
      case Reading.Time(Duration measured) -> !isKept(measured);
      case Reading.NotWithin ignored -> !value.equals("none");
      case Reading.Count(int count) -> isCountBroken(count);
      case Reading.StillGoing ignored -> !value.equals("endless");
      case Reading.Word(String word) -> isWordBroken(word);
      case Reading.Claim(boolean isTrue) -> !value.equals(isTrue ? "true" : "false");
    };
  }

  /// A recovery may be faster than promised; a timeout may not be shorter.
  private boolean isKept(Duration measured) {
    Optional<Duration> promised = Durations.parse(value);
    if (promised.isEmpty()) {
      return false;
    }
    long slack = Math.max(SLACK.toNanos(), (long) (promised.get().toNanos() * WITHIN));
    long over = measured.toNanos() - promised.get().toNanos();
    return over <= slack && (key.equals("recovery") || over >= -slack);
  }

  private boolean isCountBroken(int count) {
    return key.equals("breaker") ? value.equals("false") : !value.equals(Integer.toString(count));
  }

  private boolean isWordBroken(String word) {
    if (key.equals("order")) {
      return word.startsWith(Overtaking.DIFFERS);
    }
    if (key.equals("duplicates")) {
      return word.startsWith(Duplicates.TWICE);
    }
    if (key.equals("memory")) {
      return word.equals(MemoryGrowth.GROWS);
    }
    return key.equals("breaker")
        ? value.equals("true")
        : !value.toLowerCase(Locale.ROOT).equals(word);
  }
}
