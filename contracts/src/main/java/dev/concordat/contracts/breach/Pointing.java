package dev.concordat.contracts.breach;

import dev.concordat.contracts.tree.Pointers;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Pointers into values, generalised: every index of a list is `*`.
final class Pointing {
  private Pointing() {}

  static String generalised(JsonValue root, String pointer) {
    List<String> tokens = Pointers.tokens(pointer).orElseGet(List::of);
    var out = new StringBuilder();
    @Nullable JsonValue at = root;
    for (String token : tokens) {
      switch (at) {
        case JsonArray array -> {
          out.append("/*");
          at = item(array, token);
        }
        case JsonObject object -> {
          out.append('/').append(Pointers.escape(token));
          at = object.member(token).orElse(null);
        }
        case null, default -> {
          out.append('/').append(Pointers.escape(token));
          at = null;
        }
      }
    }
    return out.toString();
  }

  private static @Nullable JsonValue item(JsonArray array, String token) {
    if (!token.matches("[0-9]{1,9}")) {
      return null;
    }
    int index = Integer.parseInt(token);
    return index < array.items().size() ? array.items().get(index) : null;
  }
}
