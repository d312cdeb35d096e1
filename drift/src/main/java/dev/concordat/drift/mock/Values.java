package dev.concordat.drift.mock;

import dev.concordat.contracts.tree.Pointers;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

  /// The very places that a pointer means, in the order of the body; of an object that is there, also the member that is not.
  public static List<String> places(JsonValue root, String pointer) {
    List<String> tokens = Pointers.tokens(pointer).orElse(List.of());
    List<String> found = new ArrayList<>();
    places(root, tokens, "", found);
    return found;
  }

  private static void places(JsonValue value, List<String> tokens, String way, List<String> found) {
    if (tokens.isEmpty()) {
      found.add(way);
      return;
    }
    String first = tokens.getFirst();
    List<String> rest = tokens.subList(1, tokens.size());
    if (value instanceof JsonArray array && first.equals("*")) {
      for (int i = 0; i < array.items().size(); i++) {
        places(array.items().get(i), rest, way + "/" + i, found);
      }
    } else if (value instanceof JsonObject object) {
      String next = way + "/" + Pointers.escape(first);
      Optional<JsonValue> member = object.member(first);
      if (member.isPresent()) {
        places(member.get(), rest, next, found);
      } else if (rest.isEmpty()) {
        found.add(next);
      }
    }
  }
}
