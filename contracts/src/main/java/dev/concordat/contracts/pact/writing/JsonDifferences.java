package dev.concordat.contracts.pact.writing;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/// Where two JSON values differ, for people: `$.response.status was 200, would be 404`.
final class JsonDifferences {
  /// How much of a value is shown, in characters.
  private static final int MAX_SHOWN = 200;

  private final int limit;
  private final List<String> found = new ArrayList<>();

  private JsonDifferences(int limit) {
    this.limit = limit;
  }

  /// The first differences, as many as the limit allows.
  static List<String> of(JsonValue before, JsonValue after, int limit) {
    var differences = new JsonDifferences(limit);
    differences.compare("$", Optional.of(before), Optional.of(after));
    return List.copyOf(differences.found);
  }

  private void compare(String path, Optional<JsonValue> before, Optional<JsonValue> after) {
    if (before.equals(after) || found.size() >= limit) {
      return;
    }
    if (before.orElse(null) instanceof JsonObject one
        && after.orElse(null) instanceof JsonObject other) {
      var names = new LinkedHashSet<>(one.members().keySet());
      names.addAll(other.members().keySet());
      names.forEach(name -> compare(path + "." + name, one.member(name), other.member(name)));
    } else if (before.orElse(null) instanceof JsonArray one
        && after.orElse(null) instanceof JsonArray other) {
      for (int i = 0; i < Math.max(one.items().size(), other.items().size()); i++) {
        compare(path + "[" + i + "]", item(one, i), item(other, i));
      }
    } else {
      found.add(path + " was " + shown(before) + ", would be " + shown(after));
    }
  }

  private static Optional<JsonValue> item(JsonArray array, int index) {
    return index < array.items().size() ? Optional.of(array.items().get(index)) : Optional.empty();
  }

  private static String shown(Optional<JsonValue> value) {
    String text = value.map(JsonValue::toString).orElse("absent");
    return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "…";
  }
}
