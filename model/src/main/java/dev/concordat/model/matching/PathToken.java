package dev.concordat.model.matching;

/// One part of a path expression.
sealed interface PathToken {
  /// `$`.
  record Root() implements PathToken {}

  /// `.name` or `['name']`.
  record Field(String name) implements PathToken {}

  /// `[3]`.
  record Index(int index) implements PathToken {}

  /// `.*`: any field or item.
  record AnyField() implements PathToken {}

  /// `[*]`: any item.
  record AnyIndex() implements PathToken {}

  /// 2 for an exact match, 1 for a wildcard, 0 for none (Pact specification version 2, matching rule precedence).
  default int weight(String step) {
    return switch (this) {
      case Root() -> step.equals("$") ? 2 : 0;
      case Field(String name) -> step.equals(name) ? 2 : 0;
      case Index(int index) -> step.equals(Integer.toString(index)) ? 2 : 0;
      case AnyField() -> 1;
      case AnyIndex() -> isNumber(step) ? 1 : 0;
    };
  }

  /// The weight as the position of an XML element; 0 where the token is no position.
  default int positionWeight(int position) {
    return switch (this) {
      case Index(int index) -> index == position ? 2 : 0;
      case AnyIndex() -> 1;
      case Root() -> 0;
      case Field(String ignored) -> 0;
      case AnyField() -> 0;
    };
  }

  private static boolean isNumber(String step) {
    return !step.isEmpty() && step.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
