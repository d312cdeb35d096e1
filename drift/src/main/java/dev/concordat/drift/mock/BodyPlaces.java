package dev.concordat.drift.mock;

import dev.concordat.contracts.tree.Pointers;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.util.Set;

/// The members that a body has, as pointers with `*` for the positions of items.
public final class BodyPlaces {
  private BodyPlaces() {}

  /// Adds the members of a value, those inside of others too.
  ///
  /// @param most once there are so many, no more are looked for
  public static void collect(JsonValue value, Set<String> places, int most) {
    collect(value, "", places, most);
  }

  private static void collect(JsonValue value, String pointer, Set<String> places, int most) {
    if (places.size() >= most) {
      return;
    }
    switch (value) {
      case JsonObject object ->
          object
              .members()
              .forEach(
                  (name, member) -> {
                    String at = pointer + "/" + Pointers.escape(name);
                    places.add(at);
                    collect(member, at, places, most);
                  });
      case JsonArray array ->
          array.items().forEach(item -> collect(item, pointer + "/*", places, most));
      default -> {}
    }
  }
}
