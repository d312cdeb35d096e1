package dev.concordat.drift.noise;

import dev.concordat.model.drift.NoiseKind;
import dev.concordat.model.drift.NoiseRule;
import java.util.List;
import java.util.Optional;

/// The rules of noise for the answers of one operation.
public record NoiseView(List<NoiseRule> rules) {
  /// No rule.
  public static final NoiseView NONE = new NoiseView(List.of());

  public NoiseView {
    rules = List.copyOf(rules);
  }

  /// The rule of this very place.
  public Optional<NoiseRule> at(String place) {
    return rules.stream().filter(rule -> rule.at().equals(place)).findFirst();
  }

  /// The rule of this place, or of one that holds it.
  public Optional<NoiseRule> covering(String place) {
    return at(place)
        .or(
            () ->
                rules.stream()
                    .filter(
                        rule ->
                            rule.kind() != NoiseKind.ORDER
                                && rule.at().startsWith("/")
                                && place.startsWith(rule.at() + "/"))
                    .findFirst());
  }
}
