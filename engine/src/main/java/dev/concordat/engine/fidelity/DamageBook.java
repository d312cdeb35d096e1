package dev.concordat.engine.fidelity;

import dev.concordat.fidelity.change.Alteration;
import dev.concordat.model.flowmap.ValuePlace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The damages that were seen twice, one for each way that breaks, with all that is done to values on it.
final class DamageBook {
  private final List<Acceptance> accepted;
  private final Map<String, Damage> damages = new LinkedHashMap<>();

  DamageBook(List<Acceptance> accepted) {
    this.accepted = accepted;
  }

  boolean isAccepted(ValuePlace place, Alteration alteration) {
    return accepted.stream().anyMatch(it -> it.covers(place, alteration));
  }

  /// Whether it is neither accepted nor known.
  boolean isNews(Damage damage) {
    Damage known = damages.get(damage.key());
    boolean isKnown =
        known != null
            && (known.alteration() == damage.alteration()
                || known.more().contains(damage.alteration()));
    return !isKnown
        && !isAccepted(damage.to(), damage.alteration())
        && !isAccepted(damage.from(), damage.alteration());
  }

  void add(Damage damage) {
    if (!isNews(damage)) {
      return;
    }
    damages.merge(damage.key(), damage, (known, more) -> known.alsoBy(more.alteration()));
  }

  List<Damage> damages() {
    return List.copyOf(damages.values());
  }
}
