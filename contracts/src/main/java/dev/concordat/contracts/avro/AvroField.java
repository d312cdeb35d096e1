package dev.concordat.contracts.avro;

import dev.concordat.model.finding.Sentence;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Optional;

/// A field of a record, or a parameter of a protocol's message.
///
/// @param defaultValue what a reader takes where the writer has no such field; a value of a union is not tagged
public record AvroField(
    String name,
    List<String> aliases,
    AvroType type,
    Optional<JsonValue> defaultValue,
    Order order,
    Sentence at) {
  public AvroField {
    aliases = List.copyOf(aliases);
  }

  /// How the field counts when records are sorted.
  public enum Order {
    ASCENDING,
    DESCENDING,
    IGNORE
  }
}
