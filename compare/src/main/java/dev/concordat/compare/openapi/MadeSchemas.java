package dev.concordat.compare.openapi;

import dev.concordat.contracts.schema.Dialect;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.schema.SchemaLoader;
import dev.concordat.contracts.tree.Documents;
import dev.concordat.model.json.JsonText;
import dev.concordat.model.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Schemas that no contract has: what is meant where a contract says nothing, and what a value must be to show something.
final class MadeSchemas {
  private static final String NAME = "made.json";

  /// Any value.
  static final Schema ANYTHING = of("{}");

  /// Any text, which is what a parameter without a schema may be.
  static final Schema TEXT = of("{\"type\": \"string\"}");

  /// Any text but the empty one.
  static final Schema NOT_EMPTY_TEXT = of("{\"type\": \"string\", \"minLength\": 1}");

  /// What can stand in a path: not nothing.
  static final Schema NOT_EMPTY =
      of(
          "{\"type\": [\"string\", \"number\", \"boolean\", \"array\", \"object\"],"
              + " \"minLength\": 1, \"minItems\": 1, \"minProperties\": 1,"
              + " \"items\": {\"minLength\": 1}, \"additionalProperties\": {\"minLength\": 1}}");

  /// What a parameter can hold: scalars, lists and objects of scalars (RFC 6570, 2.3), nothing empty and no null.
  static final Schema WRITABLE =
      of(
          "{\"type\": [\"string\", \"number\", \"boolean\", \"array\", \"object\"],"
              + " \"minLength\": 1, \"minItems\": 1, \"minProperties\": 1,"
              + " \"items\": {\"type\": [\"string\", \"number\", \"boolean\"], \"minLength\": 1},"
              + " \"additionalProperties\": {\"type\": [\"string\", \"number\", \"boolean\"],"
              + " \"minLength\": 1}}");

  /// What a query in the style `deepObject` can hold: members may be lists of scalars, too.
  static final Schema WRITABLE_DEEP =
      of(
          "{\"type\": [\"string\", \"number\", \"boolean\", \"array\", \"object\"],"
              + " \"minLength\": 1, \"minItems\": 1, \"minProperties\": 1,"
              + " \"items\": {\"type\": [\"string\", \"number\", \"boolean\"], \"minLength\": 1},"
              + " \"additionalProperties\": {\"type\": [\"string\", \"number\", \"boolean\","
              + " \"array\"], \"minLength\": 1, \"minItems\": 1,"
              + " \"items\": {\"type\": [\"string\", \"number\", \"boolean\"], \"minLength\": 1}}}");

  /// What a text can hold: one scalar that is not empty.
  static final Schema WRITABLE_TEXT =
      of("{\"type\": [\"string\", \"number\", \"boolean\"], \"minLength\": 1}");

  /// Values whose styles differ on the wire: of several items or members.
  static final Schema SEVERAL =
      of(
          "{\"type\": [\"array\", \"object\"], \"minItems\": 2, \"minProperties\": 2,"
              + " \"items\": {\"minLength\": 1}, \"additionalProperties\": {\"minLength\": 1}}");

  /// Values that are one text on the wire.
  static final Schema SCALAR = of("{\"type\": [\"string\", \"number\", \"boolean\", \"null\"]}");

  private MadeSchemas() {}

  /// The schema of a value, as OpenAPI 3.1 reads it.
  static Schema of(JsonValue value) {
    return of(JsonText.compact(value));
  }

  private static Schema of(String json) {
    var documents = new Documents(Path.of(""));
    return new SchemaLoader(documents, Dialect.OPENAPI_3_1)
        .load(documents.parse(NAME, json.getBytes(StandardCharsets.UTF_8)).root());
  }
}
