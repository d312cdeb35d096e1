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
      if (at instanceof JsonArray array) {
        out.append("/*");
        at = item(array, token);
      } else {
        out.append('/').append(Pointers.escape(token));
        at = at instanceof JsonObject object ? object.member(token).orElse(null) : null;
      }
    }
    return out.toString();
  }

  private static @Nullable JsonValue item(JsonArray array, String token) {
    int index = Pointers.indexIn(token);
    return index >= 0 && index < array.items().size() ? array.items().get(index) : null;
  }
}
