package dev.concordat.contracts.inclusion;

import dev.concordat.model.json.JsonValue;

/// What came of asking whether schemas have a value in common.
public sealed interface Meeting {
  /// They have none.
  record Empty() implements Meeting {}

  /// They have this one: the validator accepts it for each.
  record Value(JsonValue value) implements Meeting {}

  /// Neither could be shown.
  record Unknown(String reason) implements Meeting {}
}
