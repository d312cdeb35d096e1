package dev.concordat.engine.resilience;

import dev.concordat.model.profile.Measurement;
import dev.concordat.model.profile.Reading;
import dev.concordat.model.profile.Sureness;
import dev.concordat.model.profile.Trait;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// How long a consumer waits for an answer: from the moment it connects or sends to the moment it ends the connection, calls
/// again, or tells its own caller, whichever is seen first.
final class ReadTimeout {
  /// Samples that differ by less than this part are the same.
  private static final double SAME_WITHIN = 0.1;

  private ReadTimeout() {}

  /// @param trials calls under silence
  static Measurement of(List<Trial> trials) {
    String experiment = "silence: " + Experiments.calls(trials.size());
    List<Long> samples = new ArrayList<>();
    long longest = 0;
    for (Trial trial : trials) {
      for (int i = 0; i < trial.attempts().size(); i++) {
        OptionalLong waited = waited(trial, i);
        if (waited.isPresent()) {
          samples.add(waited.getAsLong());
        } else {
          longest = Math.max(longest, trial.endNanos() - trial.attempts().get(i).atNanos());
        }
      }
    }
    if (samples.isEmpty()) {
      return longest == 0
          ? Measurement.unknown(Trait.READ_TIMEOUT, experiment, "no attempt was seen")
          : new Measurement(
              Trait.READ_TIMEOUT,
              new Reading.NotWithin(Duration.ofNanos(longest)),
              experiment,
              Sureness.SURE);
    }
    List<Long> sorted = samples.stream().sorted().toList();
    long median = sorted.get((sorted.size() - 1) / 2);
    boolean isSteady =
        sorted.size() > 1 && sorted.getLast() - sorted.getFirst() <= median * SAME_WITHIN;
    return new Measurement(
        Trait.READ_TIMEOUT,
        new Reading.Time(Duration.ofNanos(median)),
        experiment,
        isSteady ? Sureness.SURE : Sureness.LIKELY);
  }

  /// How long an attempt was waited for; empty when it still was when the observation ended.
  private static OptionalLong waited(Trial trial, int index) {
    Attempt attempt = trial.attempts().get(index);
    if (attempt.endedNanos().isPresent() && attempt.endedNanos().getAsLong() < trial.endNanos()) {
      return OptionalLong.of(attempt.endedNanos().getAsLong() - attempt.waitingSinceNanos());
    }
    boolean isLast = index == trial.attempts().size() - 1;
    if (!isLast) {
      return OptionalLong.of(
          trial.attempts().get(index + 1).atNanos() - attempt.waitingSinceNanos());
    }
    return trial.call().isHanging() || trial.call().endNanos() <= attempt.atNanos()
        ? OptionalLong.empty()
        : OptionalLong.of(trial.call().endNanos() - attempt.waitingSinceNanos());
  }
}
