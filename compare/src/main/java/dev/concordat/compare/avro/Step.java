package dev.concordat.compare.avro;

/// One step into the writer's data.
sealed interface Step {
  /// Into a field of a record.
  record Field(String name) implements Step {}

  /// Into an item of an array.
  record Item() implements Step {}

  /// Into a value of a map.
  record Value() implements Step {}

  /// Into a branch of a union.
  record Branch(int index) implements Step {}
}
