package dev.concordat.engine.flow;

import java.util.Optional;

/// How two values are compared.
public enum Comparator {
  AT_LEAST(">="),
  AT_MOST("<="),
  EQUAL("=="),
  DIFFERENT("!="),
  GREATER(">"),
  LESS("<");

  private final String sign;

  Comparator(String sign) {
    this.sign = sign;
  }

  String sign() {
    return sign;
  }

  /// The comparator with which a text starts.
  static Optional<Comparator> startOf(String text) {
    for (Comparator comparator : values()) {
      if (text.startsWith(comparator.sign)) {
        return Optional.of(comparator);
      }
    }
    return Optional.empty();
  }

  boolean holds(int order) {
    return switch (this) {
      case AT_LEAST -> order >= 0;
      case AT_MOST -> order <= 0;
      case EQUAL -> order == 0;
      case DIFFERENT -> order != 0;
      case GREATER -> order > 0;
      case LESS -> order < 0;
    };
  }
}
