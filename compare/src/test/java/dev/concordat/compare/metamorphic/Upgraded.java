package dev.concordat.compare.metamorphic;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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

  /// Beside these null is an alternative.
  private static final List<String> PARTS = List.of("allOf", "anyOf", "oneOf", "not");

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
      // Null is allowed beside the listed values, as most read it; 3.1 has to list it.
      if (schema.member("enum").orElse(null) instanceof JsonArray(List<JsonValue> values)
          && !values.contains(JsonNull.NULL)) {
        var all = new ArrayList<JsonValue>(values);
        all.add(JsonNull.NULL);
        members.put("enum", new JsonArray(all));
      }
    }
    JsonObject made = new JsonObject(members);
    boolean isNullBeside =
        isTrue(schema, "nullable")
            && !members.containsKey("type")
            && PARTS.stream().anyMatch(made::has);
    return isNullBeside
        ? new JsonObject(
            Map.of(
                "anyOf",
                JsonArray.of(made, new JsonObject(Map.of("type", new JsonString("null"))))))
        : made;
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
