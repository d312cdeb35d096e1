package dev.concordat.record.extension;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A learned document with its references replaced by what they refer to. Learned schemas never refer to themselves.
final class Resolved {
  private static final String SCHEMAS = "#/components/schemas/";
  private static final int MAX_DEPTH = 100;

  private final JsonObject schemas;

  private Resolved(JsonObject schemas) {
    this.schemas = schemas;
  }

  static JsonObject of(JsonObject document) {
    JsonObject components = Json.object(document, "components");
    var resolved = new Resolved(Json.object(components, "schemas"));
    return (JsonObject) resolved.value(document, 0);
  }

  private JsonValue value(JsonValue value, int depth) {
    if (depth > MAX_DEPTH) {
      return JsonObject.EMPTY;
    }
    return switch (value) {
      case JsonObject object -> {
        Optional<JsonValue> target = target(object);
        yield target.isPresent() ? value(target.get(), depth + 1) : members(object, depth);
      }
      case JsonArray array ->
          new JsonArray(array.items().stream().map(item -> value(item, depth + 1)).toList());
      default -> value;
    };
  }

  private Optional<JsonValue> target(JsonObject object) {
    return object
        .member("$ref")
        .filter(JsonString.class::isInstance)
        .map(reference -> ((JsonString) reference).value())
        .filter(reference -> reference.startsWith(SCHEMAS))
        .flatMap(reference -> schemas.member(reference.substring(SCHEMAS.length())));
  }

  private JsonValue members(JsonObject object, int depth) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    object.members().forEach((name, member) -> members.put(name, value(member, depth + 1)));
    return new JsonObject(members);
  }
}
