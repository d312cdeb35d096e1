package dev.concordat.compare.protobuf.buf;

import dev.concordat.contracts.protobuf.FieldSpec;

/// How many values a field has, and whether a reader knows that it has none.
enum Cardinality {
  EXPLICIT("optional, knowing whether it was set", 1, 1),
  IMPLICIT("optional, not knowing whether it was set", 1, 1),
  REQUIRED("required", 2, 2),
  REPEATED("repeated", 3, 3),
  MAP("a map", 3, 4);

  private final String words;
  private final int onTheWire;
  private final int inJson;

  /// @param onTheWire those with the same number have the same bytes
  /// @param inJson those with the same number have the same bytes and the same JSON form
  Cardinality(String words, int onTheWire, int inJson) {
    this.words = words;
    this.onTheWire = onTheWire;
    this.inJson = inJson;
  }

  static Cardinality of(FieldSpec field) {
    if (field.isMap()) {
      return MAP;
    }
    return switch (field.label()) {
      case REPEATED -> REPEATED;
      case REQUIRED -> REQUIRED;
      case OPTIONAL -> field.hasPresence() ? EXPLICIT : IMPLICIT;
    };
  }

  String words() {
    return words;
  }

  boolean isSameOnTheWire(Cardinality other) {
    return onTheWire == other.onTheWire;
  }

  boolean isSameInJson(Cardinality other) {
    return inJson == other.inJson;
  }
}
