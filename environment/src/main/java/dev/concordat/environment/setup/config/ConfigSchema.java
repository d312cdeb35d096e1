package dev.concordat.environment.setup.config;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonText;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The JSON Schema (2020-12) of concordat.yaml, for editors; published as `docs/reference/concordat.schema.json`.
public final class ConfigSchema {
  private ConfigSchema() {}

  /// The schema as indented JSON text.
  public static String text() {
    var schema = new LinkedHashMap<String, JsonValue>();
    schema.put("$schema", new JsonString("https://json-schema.org/draft/2020-12/schema"));
    schema.put("title", new JsonString("concordat.yaml"));
    schema.putAll(of(ConfigShape.ROOT).members());
    return JsonText.pretty(new JsonObject(schema)) + "\n";
  }

  private static JsonObject of(Shape shape) {
    return switch (shape) {
      case Shape.Text text -> text(text);
      case Shape.Texts ignored ->
          JsonObject.EMPTY
              .with("type", new JsonString("array"))
              .with("items", text(new Shape.Text("", "")));
      case Shape.Named(Shape value) -> {
        var members = new LinkedHashMap<String, JsonValue>();
        members.put("type", new JsonString("object"));
        members.put("additionalProperties", of(value));
        yield object(members);
      }
      case Shape.Either(List<Shape> shapes) ->
          anyOf(shapes.stream().map(ConfigSchema::of).toList());
      case Shape.OrNothing(Shape inner) ->
          anyOf(List.of(of(inner), object(Map.of("type", new JsonString("null")))));
      case Shape.Keys keys -> keys(keys);
    };
  }

  private static JsonObject text(Shape.Text text) {
    var members = new LinkedHashMap<String, JsonValue>();
    if (text.pattern().isEmpty()) {
      members.put("type", types("string", "number", "boolean"));
    } else {
      members.put("type", patternTypes(text.pattern()));
      members.put("pattern", new JsonString(text.pattern()));
    }
    return object(members);
  }

  /// What YAML reads as a number or a truth value may stand without quotes where the pattern takes it.
  private static JsonValue patternTypes(String pattern) {
    if (Pattern.matches(pattern, "a")) {
      return new JsonString("string");
    }
    if (Pattern.matches(pattern, "true")) {
      return types("string", "boolean");
    }
    return Pattern.matches(pattern, "3") ? types("string", "number") : new JsonString("string");
  }

  private static JsonArray types(String... names) {
    var items = new ArrayList<JsonValue>();
    for (String name : names) {
      items.add(new JsonString(name));
    }
    return new JsonArray(items);
  }

  private static JsonObject anyOf(List<JsonObject> schemas) {
    return object(Map.of("anyOf", new JsonArray(List.copyOf(schemas))));
  }

  private static JsonObject keys(Shape.Keys keys) {
    var properties = new LinkedHashMap<String, JsonValue>();
    var required = new ArrayList<JsonValue>();
    for (Shape.Key key : keys.keys()) {
      var members = new LinkedHashMap<String, JsonValue>();
      members.put("description", new JsonString(key.description()));
      members.putAll(of(key.shape()).members());
      properties.put(key.name(), object(members));
      if (key.isRequired()) {
        required.add(new JsonString(key.name()));
      }
    }
    var members = new LinkedHashMap<String, JsonValue>();
    members.put("type", types("object", "null"));
    members.put("properties", object(properties));
    if (!required.isEmpty()) {
      members.put("required", new JsonArray(required));
    }
    members.put("additionalProperties", new JsonBoolean(false));
    return object(members);
  }

  private static JsonObject object(Map<String, JsonValue> members) {
    return new JsonObject(members);
  }
}
