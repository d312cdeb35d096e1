package dev.concordat.record.extension;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Learned schemas in the words of OpenAPI 3.0, which has one type for each schema, `nullable`, and no `const`. What it has no
/// words for is left open.
final class OldWords {
  private static final JsonString NULL = new JsonString("null");

  private OldWords() {}

  static JsonValue of(JsonValue value) {
    return switch (value) {
      case JsonArray array -> new JsonArray(array.items().stream().map(OldWords::of).toList());
      case JsonObject object -> object(object);
      default -> value;
    };
  }

  private static JsonObject object(JsonObject object) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    object
        .members()
        .forEach(
            (name, member) -> {
              if (name.equals("type") && member instanceof JsonArray(List<JsonValue> types)) {
                putTypes(members, types);
              } else if (name.equals("const") && member instanceof JsonString) {
                members.put("enum", JsonArray.of(member));
              } else {
                members.put(name, of(member));
              }
            });
    return new JsonObject(members);
  }

  private static void putTypes(Map<String, JsonValue> members, List<JsonValue> types) {
    List<JsonValue> others = types.stream().filter(type -> !type.equals(NULL)).toList();
    if (others.size() == 1) {
      members.put("type", others.getFirst());
      if (types.size() > 1) {
        members.put("nullable", JsonBoolean.of(true));
      }
    }
  }
}
