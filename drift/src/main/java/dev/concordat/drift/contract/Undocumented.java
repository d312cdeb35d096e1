package dev.concordat.drift.contract;

import dev.concordat.contracts.tree.Pointers;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;

/// Members of a value that a contract does not mention, although it lists others. A reader must bear them; nobody promised
/// them either.
public final class Undocumented {
  private static final int MAX_FOUND = 200;

  private final Map<String, JsonValue> found = new LinkedHashMap<>();

  private Undocumented() {}

  /// The members by their pointer, indices as `*`, each with its first value.
  public static Map<String, JsonValue> members(SchemaPlace place, JsonValue value) {
    var walk = new Undocumented();
    walk.look(place, value, "");
    return walk.found;
  }

  private void look(SchemaPlace place, JsonValue value, String pointer) {
    if (found.size() >= MAX_FOUND) {
      return;
    }
    switch (value) {
      case JsonObject object ->
          object
              .members()
              .forEach(
                  (name, member) -> {
                    String at = pointer + "/" + Pointers.escape(name);
                    if (place.namesMembers() && !place.documents(name)) {
                      found.putIfAbsent(at, member);
                    } else {
                      look(place.member(name), member, at);
                    }
                  });
      case JsonArray array -> {
        SchemaPlace items = place.items();
        array.items().forEach(item -> look(items, item, pointer + "/*"));
      }
      default -> {}
    }
  }
}
