package dev.concordat.compare.mutation;

import dev.concordat.model.json.JsonObject;
import java.util.Optional;
import java.util.Random;

/// Edits a schema in one way.
///
/// @param isForText whether it can also be used where the value travels as text, as in a query
record Operator(String name, boolean isForText, Rewrite rewrite) {
  /// The edited schema; empty where the edit does not apply, or its truth would not be sure.
  interface Rewrite {
    Optional<Edit> of(JsonObject schema, Random random);
  }

  static Operator of(String name, Rewrite rewrite) {
    return new Operator(name, false, rewrite);
  }

  static Operator alsoForText(String name, Rewrite rewrite) {
    return new Operator(name, true, rewrite);
  }
}
