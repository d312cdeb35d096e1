package dev.concordat.conform.explain;

import dev.concordat.conform.learned.Demand;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A sentence that the contract lacks, as answers suggest it.
///
/// @param place what it is about: `body:/lines/*/qty`, `query:limit`, `body`
/// @param bound the number, pattern, format or listed values; empty where no answer told it
record Hint(String place, Observation.Kind kind, String bound) {

  /// What was kept; nothing where its kind is not known.
  static Optional<Hint> of(Demand kept) {
    return Arrays.stream(Observation.Kind.values())
        .filter(kind -> word(kind).equals(kept.kind()))
        .findFirst()
        .map(kind -> new Hint(kept.place(), kind, kept.bound()));
  }

  /// The form that is kept.
  Demand demand(String operation) {
    return new Demand(operation, place, word(kind), bound);
  }

  private static String word(Observation.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
