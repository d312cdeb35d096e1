package dev.concordat.compare.graphql;

import dev.concordat.model.json.JsonValue;

/// What an answer is to show.
sealed interface Twist {
  /// This value in a field.
  ///
  /// @param type the object, or an interface of it
  record Value(String type, String field, JsonValue value) implements Twist {}

  /// Any value but null in a field, lists with something in them.
  ///
  /// @param type the object, or an interface of it
  record Present(String type, String field) implements Twist {}

  /// Something of this object type.
  record OfType(String object) implements Twist {}
}
