package dev.concordat.standin.wiremock.path;

import dev.concordat.model.json.JsonValue;

/// What filters compare.
sealed interface Operand {
  /// A value as it is written.
  record Literal(JsonValue value) implements Operand {}

  /// `/[a-z]+/i`
  record Regex(String pattern) implements Operand {}

  /// What a path finds from the item that is looked at (`@`) or from the root (`$`).
  record At(JsonPathExpression path, boolean isFromRoot) implements Operand {}
}
