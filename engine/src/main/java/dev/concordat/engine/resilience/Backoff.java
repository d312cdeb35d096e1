package dev.concordat.engine.resilience;

import dev.concordat.model.profile.Measurement;
import dev.concordat.model.profile.Reading;
import dev.concordat.model.profile.Sureness;
import dev.concordat.model.profile.Trait;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The pauses between the repetitions of a call that fails at once: how long the first is, how they grow, and whether they
/// are spread. A pause is compared with the same one of other calls (spread), and with the next of the same call (growth).
final class Backoff {
  static final String NONE = "none";
  static final String FIXED = "fixed";
  static final String LINEAR = "linear";
  static final String EXPONENTIAL = "exponential";
  static final String GROWING = "growing";

  /// Nobody waits on purpose for less.
  private static final long AT_ONCE_NANOS = Duration.ofMillis(15).toNanos();

  /// Pauses of a machine under load differ by so much although the same pause is meant.
  private static final long NOISE_NANOS = Duration.ofMillis(20).toNanos();

  private static final double SPREAD = 0.25;
  private static final double GROWS = 1.35;
  private static final double STAYS = 1.2;

  private static final int OUTLIERS = 5;

  /// With a spread, one pause says little of the mean.
  private static final int ENOUGH_SPREAD_CALLS = 5;

  private static final int ENOUGH_CALLS = 3;

  /// The pauses of one place, the first to the second attempt and so on, over all calls.
  private record Place(List<Long> pauses) {
    /// The mean of what the ends leave.
    double middle() {
      List<Long> sorted = pauses.stream().sorted().toList();
      int left = sorted.size() / OUTLIERS;
      return sorted.subList(left, sorted.size() - left).stream()
          .mapToLong(Long::longValue)
          .average()
          .orElse(0);
    }

    long median() {
      return pauses.stream().sorted().toList().get((pauses.size() - 1) / 2);
    }

    /// Between the longest and the shortest, without the fifth at either end that a busy machine may have made.
    long range() {
      List<Long> sorted = pauses.stream().sorted().toList();
      int left = sorted.size() / OUTLIERS;
      return sorted.get(sorted.size() - 1 - left) - sorted.get(left);
    }
  }

  private final List<Place> places = new ArrayList<>();
  private final String experiment;

  private Backoff(List<Trial> trials) {
    this.experiment = "503: " + Experiments.calls(trials.size());
    for (int i = 1; ; i++) {
      int index = i;
      List<Long> pauses =
          trials.stream()
              .filter(trial -> trial.attempts().size() > index)
              .map(trial -> trial.attempts().get(index).after(trial.attempts().get(index - 1)))
              .map(Duration::toNanos)
              .toList();
      if (pauses.isEmpty()) {
        return;
      }
      places.add(new Place(pauses));
    }
  }

  /// @param trials calls that were answered with an error at once
  static List<Measurement> of(List<Trial> trials) {
    var backoff = new Backoff(trials);
    if (backoff.places.isEmpty()) {
      String reason = "nothing was repeated";
      return List.of(
          Measurement.unknown(Trait.BACKOFF, backoff.experiment, reason),
          Measurement.unknown(Trait.JITTER, backoff.experiment, reason));
    }
    return List.of(backoff.kind(), backoff.firstPause(), backoff.jitter());
  }

  private Measurement firstPause() {
    return new Measurement(
        Trait.FIRST_PAUSE,
        new Reading.Time(Duration.ofNanos(places.getFirst().median())),
        experiment,
        places.getFirst().pauses().size() >= ENOUGH_CALLS ? Sureness.SURE : Sureness.LIKELY);
  }

  private boolean isAtOnce() {
    return places.stream().allMatch(place -> place.median() < AT_ONCE_NANOS);
  }

  private Measurement jitter() {
    if (isAtOnce()) {
      return new Measurement(Trait.JITTER, new Reading.Claim(false), experiment, Sureness.SURE);
    }
    List<Place> enough =
        places.stream().filter(place -> place.pauses().size() >= ENOUGH_CALLS).toList();
    if (enough.isEmpty() && places.size() < 2 * ENOUGH_CALLS) {
      return Measurement.unknown(Trait.JITTER, experiment, "not enough attempts");
    }
    return new Measurement(
        Trait.JITTER, new Reading.Claim(isSpread(enough)), experiment, Sureness.LIKELY);
  }

  /// Where one call has many pauses, such as one that is repeated without end, they are compared with each other, as far as
  /// growth does not explain the difference.
  private boolean isSpread(List<Place> enough) {
    if (enough.isEmpty()) {
      long apart = 0;
      for (int i = 2; i < places.size(); i++) {
        double expected = Math.sqrt(places.get(i - 2).middle() * places.get(i).middle());
        double off = Math.abs(places.get(i - 1).middle() - expected);
        apart += off > NOISE_NANOS && off > expected * SPREAD / 2 ? 1 : 0;
      }
      return apart * 3 > places.size();
    }
    long spread =
        enough.stream()
            .filter(place -> place.range() > NOISE_NANOS)
            .filter(place -> place.range() > place.middle() * SPREAD)
            .count();
    return spread * 2 > enough.size();
  }

  private Measurement kind() {
    if (isAtOnce()) {
      return word(NONE, Sureness.SURE);
    }
    if (places.size() == 1) {
      return Measurement.unknown(Trait.BACKOFF, experiment, "one repetition shows no growth");
    }
    boolean isSpread = jitter().reading().equals(new Reading.Claim(true));
    if (isSpread && places.size() < 2 * ENOUGH_CALLS && fewest() < ENOUGH_SPREAD_CALLS) {
      return Measurement.unknown(
          Trait.BACKOFF, experiment, "not enough attempts to see growth behind the spread");
    }
    double first = places.getFirst().middle();
    double last = places.getLast().middle();
    double growth = Math.pow(last / first, 1.0 / (places.size() - 1));
    if (isFlat(growth)) {
      return word(FIXED, isSpread ? Sureness.LIKELY : Sureness.SURE);
    }
    if (places.size() == 2) {
      return growth >= GROWS
          ? word(GROWING, Sureness.LIKELY)
          : Measurement.unknown(Trait.BACKOFF, experiment, "two pauses differ too little");
    }
    double second = places.get(1).middle();
    double third = places.get(2).middle();
    boolean isLinear =
        Math.abs(third - (2 * second - first)) < Math.abs(third - second * second / first);
    if (isLinear && !isSpread) {
      return word(LINEAR, Sureness.LIKELY);
    }
    return growth >= GROWS || places.size() > 2 * ENOUGH_CALLS
        ? word(EXPONENTIAL, isSpread ? Sureness.LIKELY : Sureness.SURE)
        : Measurement.unknown(Trait.BACKOFF, experiment, "the pauses grow too little to tell how");
  }

  /// Many pauses that grow a little each are not flat.
  private boolean isFlat(double growth) {
    double whole = Math.pow(growth, places.size() - 1);
    return growth > 1 / STAYS && growth < STAYS && whole < 2;
  }

  private int fewest() {
    return places.stream().mapToInt(place -> place.pauses().size()).min().orElse(0);
  }

  private Measurement word(String word, Sureness sureness) {
    return new Measurement(Trait.BACKOFF, new Reading.Word(word), experiment, sureness);
  }
}
