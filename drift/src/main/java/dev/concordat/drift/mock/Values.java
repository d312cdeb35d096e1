package dev.concordat.drift.mock;

import dev.concordat.contracts.tree.Pointers;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/// The values at pointers in which `*` stands for every item of a list.
public final class Values {
  private Values() {}

  /// The values that a pointer names, in the order of the body; none where there is no such place.
  public static List<JsonValue> at(JsonValue root, String pointer) {
    List<JsonValue> at = List.of(root);
    for (String token : Pointers.tokens(pointer).orElse(List.of())) {
      List<JsonValue> next = new ArrayList<>();
      at.forEach(value -> step(value, token, next));
      at = next;
    }
    return at;
  }

  private static void step(JsonValue value, String token, List<JsonValue> next) {
    switch (value) {
      case JsonObject object -> object.member(token).ifPresent(next::add);
      case JsonArray array when token.equals("*") -> next.addAll(array.items());
      case JsonArray array when token.matches("[0-9]{1,9}") -> {
        int index = Integer.parseInt(token);
        if (index < array.items().size()) {
          next.add(array.items().get(index));
        }
      }
      default -> {}
    }
  }
}
