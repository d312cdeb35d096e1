package dev.concordat.compare.metamorphic;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/// A description in OpenAPI 3.0 as one in 3.1: `nullable` as a type, boolean bounds as numbers, and without what 3.0 does not
/// know and 3.1 would obey.
record Upgraded() implements Transformation {
  /// The keywords of the Schema Object of OpenAPI 3.0.3 that 3.1 understands the same way.
  private static final Set<String> KEPT =
      Set.of(
          "title",
          "multipleOf",
          "maximum",
          "minimum",
          "maxLength",
          "minLength",
          "pattern",
          "maxItems",
          "minItems",
          "uniqueItems",
          "maxProperties",
          "minProperties",
          "required",
          "enum",
          "type",
          "allOf",
          "oneOf",
          "anyOf",
          "not",
          "items",
          "properties",
          "additionalProperties",
          "description",
          "format",
          "default",
          "discriminator",
          "readOnly",
          "writeOnly",
          "xml",
          "externalDocs",
          "example",
          "deprecated");

  @Override
  public String name() {
    return "OpenAPI 3.0 as 3.1";
  }

  @Override
  public JsonObject of(JsonObject description, Random random) {
    boolean isOld =
        description.member("openapi").orElse(null) instanceof JsonString(String version)
            && version.startsWith("3.0");
    return isOld
        ? new SchemaWalk((schema, spot) -> upgraded(schema))
            .through(description.with("openapi", new JsonString("3.1.0")))
        : description;
  }

  private static JsonObject upgraded(JsonObject schema) {
    if (schema.member("$ref").isPresent()) {
      return new JsonObject(Map.of("$ref", schema.member("$ref").orElseThrow()));
    }
    Map<String, JsonValue> members = new LinkedHashMap<>();
    schema
        .members()
        .forEach(
            (name, value) -> {
              if (KEPT.contains(name) || name.startsWith("x-")) {
                members.put(name, value);
              }
            });
    bound(schema, members, "minimum", "exclusiveMinimum");
    bound(schema, members, "maximum", "exclusiveMaximum");
    if (isTrue(schema, "nullable") && schema.member("type").orElse(null) instanceof JsonString s) {
      members.put("type", JsonArray.of(s, new JsonString("null")));
    }
    return new JsonObject(members);
  }

  private static void bound(
      JsonObject schema, Map<String, JsonValue> members, String bound, String exclusive) {
    if (isTrue(schema, exclusive)) {
      JsonValue number = members.remove(bound);
      if (number != null) {
        members.put(exclusive, number);
      }
    }
  }

  private static boolean isTrue(JsonObject schema, String name) {
    return schema.member(name).orElse(null) instanceof JsonBoolean(boolean value) && value;
  }
}
