package dev.concordat.engine.resilience;

import dev.concordat.model.profile.Measurement;
import dev.concordat.model.profile.Reading;
import dev.concordat.model.profile.Sureness;
import dev.concordat.model.profile.Trait;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How often a failed call is repeated, and whether a repetition can be told from a new call.
final class Retries {
  static final String NO_KEY = "none";
  static final String SAME_KEY = "the same for all attempts";
  static final String NEW_KEY = "another for each attempt";

  private Retries() {}

  /// @param trials calls under one disturbance, in order
  /// @param usual how many requests one undisturbed call leads to
  static Measurement of(Trait trait, List<Trial> trials, int usual) {
    String experiment = experiment(trials);
    List<Trial> tried = trials.stream().filter(trial -> !trial.attempts().isEmpty()).toList();
    if (tried.isEmpty()) {
      return Measurement.unknown(trait, experiment, "no attempt was seen");
    }
    Optional<Trial> endless = tried.stream().filter(Retries::isEndless).findFirst();
    if (endless.isPresent()) {
      Trial trial = endless.get();
      Duration watched = Duration.ofNanos(trial.endNanos() - trial.attempts().getFirst().atNanos());
      return new Measurement(
          trait,
          new Reading.StillGoing(trial.attempts().size() - 1, watched),
          experiment,
          Sureness.SURE);
    }
    // A later call may find a circuit breaker half open, so the first ones count.
    int first = Math.max(0, tried.getFirst().attempts().size() - usual);
    boolean isSteady =
        tried.size() > 1 && Math.max(0, tried.get(1).attempts().size() - usual) == first;
    return new Measurement(
        trait, new Reading.Count(first), experiment, isSteady ? Sureness.SURE : Sureness.LIKELY);
  }

  /// That it was still repeated when the observation ended, although its caller had an answer or no patience any more.
  static boolean isEndless(Trial trial) {
    return trial.isStillGoing() && trial.call().endNanos() <= trial.endNanos() && isLong(trial);
  }

  private static boolean isLong(Trial trial) {
    return trial.call().isHanging()
        || trial.attempts().getLast().atNanos() > trial.call().endNanos();
  }

  /// What repetitions carry, of the calls that were repeated.
  static Measurement key(List<Trial> trials, int usual) {
    String experiment = experiment(trials);
    List<Trial> repeated =
        trials.stream().filter(trial -> trial.attempts().size() > usual).toList();
    if (repeated.isEmpty()) {
      return Measurement.unknown(Trait.KEY, experiment, "nothing was repeated");
    }
    if (usual != 1) {
      return Measurement.unknown(
          Trait.KEY, experiment, "one call leads to " + usual + " requests of this operation");
    }
    boolean isMissing =
        repeated.stream().flatMap(it -> it.attempts().stream()).anyMatch(it -> it.key().isEmpty());
    boolean isSame = repeated.stream().allMatch(trial -> keys(trial).size() == 1);
    String word = isMissing ? NO_KEY : isSame ? SAME_KEY : NEW_KEY;
    return new Measurement(Trait.KEY, new Reading.Word(word), experiment, Sureness.SURE);
  }

  private static Set<String> keys(Trial trial) {
    Set<String> keys = new HashSet<>();
    trial.attempts().forEach(attempt -> attempt.key().ifPresent(keys::add));
    return keys;
  }

  private static String experiment(List<Trial> trials) {
    String word = trials.isEmpty() ? "nothing" : trials.getFirst().disturbance().word();
    return word + ": " + Experiments.calls(trials.size());
  }
}
