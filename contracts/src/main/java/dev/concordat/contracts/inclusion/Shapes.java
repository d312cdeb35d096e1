package dev.concordat.contracts.inclusion;

import dev.concordat.contracts.schema.Schema;
import java.util.HashMap;
import java.util.Map;

/// The shapes of schemas, each made once for all who compare them. Not thread-safe.
final class Shapes {
  private final Map<Schema, SchemaShape> known = new HashMap<>();

  SchemaShape of(Schema schema) {
    SchemaShape shape = known.get(schema);
    if (shape == null) {
      shape = SchemaShape.of(schema);
      known.put(schema, shape);
    }
    return shape;
  }
}
