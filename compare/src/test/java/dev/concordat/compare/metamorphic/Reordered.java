package dev.concordat.compare.metamorphic;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/// The members of every object in another order (RFC 8259 section 4 gives the order no meaning).
record Reordered() implements Transformation {
  @Override
  public String name() {
    return "keys reordered";
  }

  @Override
  public JsonObject of(JsonObject description, Random random) {
    return (JsonObject) shuffled(description, random);
  }

  private static JsonValue shuffled(JsonValue value, Random random) {
    return switch (value) {
      case JsonArray list ->
          new JsonArray(list.items().stream().map(item -> shuffled(item, random)).toList());
      case JsonObject object -> {
        var names = new ArrayList<>(object.members().keySet());
        Collections.shuffle(names, random);
        Map<String, JsonValue> members = new LinkedHashMap<>();
        names.forEach(
            name -> members.put(name, shuffled(object.member(name).orElseThrow(), random)));
        yield new JsonObject(members);
      }
      default -> value;
    };
  }
}
