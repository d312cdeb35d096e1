package dev.concordat.contracts.inclusion;

import dev.concordat.model.json.JsonValue;

/// What came of looking for a value that does all that is claimed.
sealed interface Outcome {
  Outcome NONE = new None();

  record Found(JsonValue value) implements Outcome {}

  /// There is none.
  record None() implements Outcome {}

  record Unknown(String reason) implements Outcome {}
}
