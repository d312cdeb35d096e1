package dev.concordat.engine.resilience;

import dev.concordat.model.profile.Measurement;
import dev.concordat.model.profile.Reading;
import dev.concordat.model.profile.Sureness;
import dev.concordat.model.profile.Trait;
import java.util.List;

/// Connections that failed calls leave open: their number grows with every call, although the calls came one after another
/// and each could have used the connection of the last.
final class Leak {
  static final String NONE = "none";
  static final String EVERY_CALL = "at least one for each failed call";

  /// With fewer calls, a pool that fills up looks the same.
  private static final int ENOUGH_CALLS = 6;

  private Leak() {}

  /// @param trials calls that failed, one after another
  static Measurement of(List<Trial> trials) {
    List<Trial> tried = trials.stream().filter(trial -> !trial.attempts().isEmpty()).toList();
    String experiment =
        (trials.isEmpty() ? "nothing" : trials.getFirst().disturbance().word())
            + ": "
            + Experiments.calls(tried.size());
    if (tried.size() < ENOUGH_CALLS) {
      return Measurement.unknown(Trait.CONNECTIONS, experiment, "too few calls in a row failed");
    }
    boolean isGrowing = true;
    for (int i = 1; i < tried.size(); i++) {
      isGrowing &= tried.get(i).openConnections() > tried.get(i - 1).openConnections();
    }
    return new Measurement(
        Trait.CONNECTIONS,
        new Reading.Word(isGrowing ? EVERY_CALL : NONE),
        experiment,
        isGrowing ? Sureness.SURE : Sureness.LIKELY);
  }
}
