package dev.concordat.compare.need;

import dev.concordat.model.exchange.Bytes;

/// The body that a consumer needs in an answer.
public sealed interface NeededBody {
  /// Nothing is said.
  record Unstated() implements NeededBody {}

  /// There must be none.
  record None() implements NeededBody {}

  /// A JSON value like this.
  record Json(Example example, Bytes bytes) implements NeededBody {}

  /// Bytes of another kind like these.
  record Other(Bytes bytes) implements NeededBody {}
}
