package dev.concordat.compare.mutation;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A description of one operation of a bigger one: the operation and all that it refers to.
///
/// @param description a whole description in OpenAPI 3
record Slice(JsonObject description, String path, String method) {
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  /// One for each operation, in the order of the description.
  static List<Slice> of(JsonObject description) {
    var all = new ArrayList<Slice>();
    object(description, "paths")
        .members()
        .forEach(
            (path, item) -> {
              if (item instanceof JsonObject operations) {
                operations.members().keySet().stream()
                    .filter(METHODS::contains)
                    .forEach(method -> all.add(slice(description, path, method)));
              }
            });
    return all;
  }

  private static Slice slice(JsonObject description, String path, String method) {
    JsonObject item = object(object(description, "paths"), path);
    Map<String, JsonValue> kept = new LinkedHashMap<>();
    item.members()
        .forEach(
            (name, value) -> {
              if (name.equals(method) || !METHODS.contains(name)) {
                kept.put(name, value);
              }
            });
    JsonObject paths = JsonObject.EMPTY.with(path, new JsonObject(kept));
    JsonObject components = object(description, "components");
    JsonObject whole = description.with("paths", paths).without("webhooks").without("x-webhooks");
    return new Slice(whole.with("components", reached(components, paths)), path, method);
  }

  private static JsonObject reached(JsonObject components, JsonValue from) {
    Set<String> seen = new LinkedHashSet<>();
    Deque<JsonValue> open = new ArrayDeque<>(List.of(from));
    Map<String, JsonValue> kept = new LinkedHashMap<>();
    if (components.has("securitySchemes")) {
      kept.put("securitySchemes", object(components, "securitySchemes"));
    }
    while (!open.isEmpty()) {
      for (String reference : references(open.pop())) {
        String[] steps = reference.split("/", -1);
        if (steps.length == 4 && seen.add(reference)) {
          object(components, steps[2])
              .member(steps[3])
              .ifPresent(
                  target -> {
                    JsonObject section = (JsonObject) kept.getOrDefault(steps[2], JsonObject.EMPTY);
                    kept.put(steps[2], section.with(steps[3], target));
                    open.push(target);
                  });
        }
      }
    }
    return new JsonObject(kept);
  }

  private static List<String> references(JsonValue from) {
    var found = new ArrayList<String>();
    Deque<JsonValue> open = new ArrayDeque<>(List.of(from));
    while (!open.isEmpty()) {
      switch (open.pop()) {
        case JsonArray list -> list.items().forEach(open::push);
        case JsonObject object -> object.members().values().forEach(open::push);
        case JsonString(String text) when text.startsWith("#/components/") -> found.add(text);
        default -> {}
      }
    }
    return found;
  }

  JsonObject operation() {
    return object(object(object(description, "paths"), path), method);
  }

  JsonObject withOperation(JsonObject operation) {
    JsonObject paths = object(description, "paths");
    JsonObject item = object(paths, path).with(method, operation);
    return description.with("paths", paths.with(path, item));
  }

  static JsonObject object(JsonObject in, String name) {
    return in.member(name).orElse(null) instanceof JsonObject found ? found : JsonObject.EMPTY;
  }
}
