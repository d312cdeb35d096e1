package dev.concordat.contracts.schema;

import dev.concordat.model.json.JsonValue;
import org.jspecify.annotations.Nullable;

/// One compiled keyword of a schema. Immutable but for what it resolves on first use; shared between threads.
interface Keyword {

  /// Whether the value keeps this sentence; if not, and the check wants to know, reports why.
  ///
  /// @param marks where to note which members and items were looked at, if anyone asks
  boolean check(JsonValue value, Check check, @Nullable Evaluated marks);

  /// Whether the keyword must come after all others, because it asks what they looked at.
  default boolean comesLast() {
    return false;
  }
}
