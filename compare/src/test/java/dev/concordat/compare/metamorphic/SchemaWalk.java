package dev.concordat.compare.metamorphic;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Rewrites every schema of an OpenAPI 3 description, inner ones first.
public final class SchemaWalk {
  /// What becomes of a schema, which is an object.
  public interface Rewrite {
    JsonValue of(JsonObject schema, Spot spot);
  }

  private static final Set<String> ONE =
      Set.of(
          "items",
          "additionalProperties",
          "not",
          "if",
          "then",
          "else",
          "contains",
          "propertyNames",
          "unevaluatedItems",
          "unevaluatedProperties",
          "additionalItems");
  private static final Set<String> LISTS = Set.of("allOf", "anyOf", "oneOf", "prefixItems");
  private static final Set<String> MAPS =
      Set.of("properties", "patternProperties", "$defs", "definitions", "dependentSchemas");

  /// Members of the description whose own members have names that people chose.
  private static final Set<String> NAMED =
      Set.of(
          "headers",
          "parameters",
          "responses",
          "content",
          "paths",
          "callbacks",
          "links",
          "requestBodies",
          "securitySchemes",
          "encoding",
          "pathItems",
          "webhooks");

  private static final Set<String> VALUES = Set.of("example", "examples", "default", "variables");

  private final Rewrite rewrite;
  private final UnaryOperator<JsonObject> others;

  /// @param others what becomes of the objects that are no schemas
  public SchemaWalk(Rewrite rewrite, UnaryOperator<JsonObject> others) {
    this.rewrite = rewrite;
    this.others = others;
  }

  public SchemaWalk(Rewrite rewrite) {
    this(rewrite, UnaryOperator.identity());
  }

  /// The description with all its schemas rewritten.
  public JsonObject through(JsonObject description) {
    return (JsonObject) part(description);
  }

  private JsonValue part(JsonValue value) {
    return switch (value) {
      case JsonArray list -> new JsonArray(list.items().stream().map(this::part).toList());
      case JsonObject object -> others.apply(members(object));
      default -> value;
    };
  }

  private JsonObject members(JsonObject object) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    object
        .members()
        .forEach(
            (name, value) -> {
              if (name.startsWith("x-") || VALUES.contains(name)) {
                members.put(name, value);
              } else if (name.equals("schema") || name.equals("itemSchema")) {
                members.put(name, schema(value, new Spot(name, "", false)));
              } else if (name.equals("schemas") && value instanceof JsonObject named) {
                members.put(name, schemas(named, name));
              } else if (NAMED.contains(name) && value instanceof JsonObject named) {
                members.put(name, named(named));
              } else {
                members.put(name, part(value));
              }
            });
    return new JsonObject(members);
  }

  private JsonObject named(JsonObject map) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    map.members().forEach((name, value) -> members.put(name, part(value)));
    return new JsonObject(members);
  }

  private JsonObject schemas(JsonObject map, String keyword) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    map.members()
        .forEach((name, value) -> members.put(name, schema(value, new Spot(keyword, name, false))));
    return new JsonObject(members);
  }

  private JsonValue schema(JsonValue value, Spot spot) {
    if (!(value instanceof JsonObject object)) {
      return value;
    }
    Map<String, JsonValue> members = new LinkedHashMap<>();
    boolean isTelling = object.has("discriminator");
    object
        .members()
        .forEach(
            (name, inner) -> {
              if (LISTS.contains(name) && inner instanceof JsonArray list) {
                members.put(name, list(list, name, isTelling));
              } else if (MAPS.contains(name) && inner instanceof JsonObject map) {
                members.put(name, schemas(map, name));
              } else if (name.equals("items") && inner instanceof JsonArray list) {
                members.put(name, list(list, name, false));
              } else if (ONE.contains(name)) {
                members.put(name, schema(inner, new Spot(name, "", false)));
              } else {
                members.put(name, inner);
              }
            });
    return rewrite.of(new JsonObject(members), spot);
  }

  private JsonArray list(JsonArray list, String keyword, boolean isTold) {
    List<JsonValue> all = new ArrayList<>();
    list.items().forEach(each -> all.add(schema(each, new Spot(keyword, "", isTold))));
    return new JsonArray(all);
  }
}
