package dev.concordat.contracts.inclusion;

import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.schema.SchemaView;
import java.util.List;
import java.util.Optional;

/// Sentences on arrays that follow from what is sent.
final class ArrayProof {
  /// Longest `prefixItems` that is gone through.
  private static final int MAX_POSITIONS = 100;

  private final Congruence congruence;

  ArrayProof(Congruence congruence) {
    this.congruence = congruence;
  }

  boolean obeys(SentPlace place, SchemaView taken) {
    return taken.unevaluatedItems().map(Schema::allowsAll).orElse(true)
        && ScalarProof.isAtLeast(place, taken, SchemaView::minItems)
        && ScalarProof.isAtMost(place, taken, SchemaView::maxItems)
        && (!taken.uniqueItems() || isUnique(place))
        && taken.contains().map(wanted -> contains(place, taken, wanted)).orElse(true)
        && items(place, taken);
  }

  private static boolean isUnique(SentPlace place) {
    return place.maxItems() <= 1 || place.parts().stream().anyMatch(SchemaView::uniqueItems);
  }

  private boolean contains(SentPlace place, SchemaView taken, Schema wanted) {
    long least = taken.minContains().orElse(1L);
    return place.parts().stream()
        .anyMatch(
            part ->
                part.contains().filter(own -> congruence.isSame(own, wanted)).isPresent()
                    && part.minContains().orElse(1L) >= least
                    && taken
                        .maxContains()
                        .map(most -> part.maxContains().filter(own -> own <= most).isPresent())
                        .orElse(true));
  }

  private boolean items(SentPlace place, SchemaView taken) {
    List<Schema> prefix = taken.prefixItems();
    int named = Math.max(prefix.size(), place.positions());
    if (named > MAX_POSITIONS) {
      return false;
    }
    Optional<Schema> rest = taken.items();
    for (int i = 0; i < named && i < place.maxItems(); i++) {
      Optional<Schema> wanted = i < prefix.size() ? Optional.of(prefix.get(i)) : rest;
      if (wanted.isPresent() && !congruence.at(place.item(i), wanted.get())) {
        return false;
      }
    }
    return rest.isEmpty()
        || place.maxItems() <= named
        || congruence.at(place.item(named), rest.get());
  }
}
