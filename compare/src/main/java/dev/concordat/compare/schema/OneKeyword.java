package dev.concordat.compare.schema;

import dev.concordat.contracts.schema.Dialect;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.schema.SchemaLoader;
import dev.concordat.contracts.tree.Documents;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// Schemas that say one thing, so that one restriction of a schema can be broken alone.
final class OneKeyword {
  private final Map<JsonObject, Schema> known = new HashMap<>();

  Schema of(String keyword, JsonValue value) {
    return known.computeIfAbsent(JsonObject.EMPTY.with(keyword, value), OneKeyword::load);
  }

  private static Schema load(JsonObject schema) {
    var documents = new Documents(Path.of("."));
    byte[] text = schema.toString().getBytes(StandardCharsets.UTF_8);
    return new SchemaLoader(documents, Dialect.OPENAPI_3_1)
        .load(documents.parse("keyword.json", text).root());
  }
}
