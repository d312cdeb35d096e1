package dev.concordat.engine.resilience;

import dev.concordat.model.profile.Measurement;
import dev.concordat.model.profile.Reading;
import dev.concordat.model.profile.Sureness;
import dev.concordat.model.profile.Trait;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a request that comes twice leads to, compared with one that comes once: rows inserted and messages published, as
/// counted by whoever calls.
final class Duplicates {
  static final String ONCE = "carried out once";
  static final String TWICE = "carried out twice";

  private Duplicates() {}

  /// @param normal an undisturbed call
  /// @param twice calls of which every request reached the provider twice
  static Measurement of(Trial normal, List<Trial> twice) {
    String experiment = "duplicate: " + Experiments.calls(twice.size());
    if (twice.isEmpty()) {
      return Measurement.unknown(Trait.DUPLICATES, experiment, "the time was used up");
    }
    Map<String, Integer> once = normal.call().effects();
    if (once.isEmpty()) {
      return Measurement.unknown(
          Trait.DUPLICATES, experiment, "the provider's rows and messages cannot be seen");
    }
    Optional<String> more =
        twice.stream()
            .flatMap(trial -> trial.call().effects().entrySet().stream())
            .filter(it -> it.getValue() > once.getOrDefault(it.getKey(), 0))
            .map(Map.Entry::getKey)
            .sorted()
            .findFirst();
    return new Measurement(
        Trait.DUPLICATES,
        new Reading.Word(more.map(where -> TWICE + ": " + where).orElse(ONCE)),
        experiment,
        more.isPresent() ? Sureness.SURE : Sureness.LIKELY);
  }
}
