package dev.concordat.engine.resilience;

import dev.concordat.model.profile.Measurement;
import dev.concordat.model.profile.Reading;
import dev.concordat.model.profile.Sureness;
import dev.concordat.model.profile.Trait;
import java.util.List;

/// Circuit breaking: calls go on, and attempts stop.
final class Breaker {
  /// So many calls without an attempt are no accident.
  static final int CALLS_WITHOUT = 3;

  private Breaker() {}

  /// @param trials calls that failed, one after another
  static Measurement of(List<Trial> trials) {
    String experiment = "503: " + Experiments.calls(trials.size());
    int attempts = 0;
    int without = 0;
    for (Trial trial : trials) {
      if (trial.attempts().isEmpty()) {
        without++;
      } else {
        without = 0;
        attempts += trial.attempts().size();
      }
      if (without == CALLS_WITHOUT && attempts > 0) {
        return new Measurement(
            Trait.BREAKER, new Reading.Count(attempts), experiment, Sureness.SURE);
      }
    }
    return trials.size() < 2 * CALLS_WITHOUT
        ? Measurement.unknown(Trait.BREAKER, experiment, "too few calls in a row failed")
        : new Measurement(
            Trait.BREAKER,
            new Reading.Word("none in " + trials.size() + " failed calls"),
            experiment,
            Sureness.LIKELY);
  }

  /// Whether the calls so far show one that is open.
  static boolean isOpen(List<Trial> trials) {
    return of(trials).reading() instanceof Reading.Count;
  }
}
