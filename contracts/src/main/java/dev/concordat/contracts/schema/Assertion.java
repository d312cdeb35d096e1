package dev.concordat.contracts.schema;

import dev.concordat.model.json.JsonValue;
import org.jspecify.annotations.Nullable;

/// A keyword that looks at nothing but the value, so that it needs no place and no history to decide.
interface Assertion extends Keyword {
  boolean holds(JsonValue value);

  /// Reports why a value that does not hold does not.
  void explain(JsonValue value, Check check);

  @Override
  default boolean check(JsonValue value, Check check, @Nullable Evaluated marks) {
    if (holds(value)) {
      return true;
    }
    if (check.reports()) {
      explain(value, check);
    }
    return false;
  }
}
