package dev.concordat.contracts.body;

import dev.concordat.contracts.http.Encodings;
import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.text.SchemaShape;
import dev.concordat.contracts.tree.Located;
import dev.concordat.model.place.Place;
import java.util.Optional;
import java.util.Set;

/// What a contract says of a body, or of one part of it.
record Content(
    Optional<Schema> schema, Optional<Schema> itemSchema, Encodings encodings, Located written) {
  static Content of(MediaTypeSpec spec) {
    return new Content(spec.schema(), spec.itemSchema(), spec.encodings(), spec.written());
  }

  Place place() {
    return written.place();
  }

  String sourceLine() {
    return written.sourceLine();
  }

  /// What is said of something inside.
  Content inside(Optional<Schema> inner, Encodings innerEncodings) {
    return new Content(inner, Optional.empty(), innerEncodings, written);
  }

  /// Whether the schema may be meant for a value of this JSON type; it is where there is none.
  boolean admits(String type) {
    return schema.map(SchemaShape::types).map(types -> types.contains(type)).orElse(true);
  }

  /// Whether the body is told item by item.
  boolean isSequence() {
    return itemSchema.isPresent()
        || schema
            .map(SchemaShape::types)
            .filter(types -> types.equals(Set.of("array")))
            .isPresent();
  }

  /// What is said of the item at a position.
  Optional<Schema> item(int index) {
    if (schema.isPresent()) {
      var prefix = schema.get().view().prefixItems();
      if (index < prefix.size()) {
        return Optional.of(prefix.get(index));
      }
    }
    return itemSchema.or(() -> schema.flatMap(SchemaShape::item));
  }
}
