package dev.concordat.model.matching;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;

/// Values with their members in alphabetical order, so that two equal values look alike in a message.
final class Canonical {
  private Canonical() {}

  static JsonValue of(JsonValue value) {
    return switch (value) {
      case JsonArray array -> new JsonArray(array.items().stream().map(Canonical::of).toList());
      case JsonObject object -> {
        Map<String, JsonValue> sorted = new LinkedHashMap<>();
        object.members().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .forEach(member -> sorted.put(member.getKey(), of(member.getValue())));
        yield new JsonObject(sorted);
      }
      default -> value;
    };
  }
}
