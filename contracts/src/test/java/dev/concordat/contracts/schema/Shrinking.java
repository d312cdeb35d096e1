package dev.concordat.contracts.schema;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/// Makes a schema and a value smaller while something stays true of them.
final class Shrinking {
  private static final int MAX_TRIES = 2_000;

  record Pair(JsonValue schema, JsonValue value) {}

  private Shrinking() {}

  static Pair smallest(Pair pair, BiPredicate<JsonValue, JsonValue> isStillSo) {
    Pair best = pair;
    int tries = 0;
    boolean isSmaller = true;
    while (isSmaller && tries < MAX_TRIES) {
      isSmaller = false;
      var candidates = new ArrayList<Pair>();
      for (JsonValue schema : smaller(best.schema)) {
        candidates.add(new Pair(schema, best.value));
      }
      for (JsonValue value : smaller(best.value)) {
        candidates.add(new Pair(best.schema, value));
      }
      for (Pair candidate : candidates) {
        tries++;
        if (isStillSo.test(candidate.schema, candidate.value)) {
          best = candidate;
          isSmaller = true;
          break;
        }
      }
    }
    return best;
  }

  /// Values that lack one part, or are one of their parts.
  private static List<JsonValue> smaller(JsonValue value) {
    var smaller = new ArrayList<JsonValue>();
    switch (value) {
      case JsonObject object -> {
        smaller.addAll(object.members().values());
        for (String name : object.members().keySet()) {
          smaller.add(object.without(name));
        }
        object
            .members()
            .forEach(
                (name, inner) ->
                    smaller(inner).forEach(less -> smaller.add(object.with(name, less))));
      }
      case JsonArray(List<JsonValue> items) -> {
        smaller.addAll(items);
        for (int i = 0; i < items.size(); i++) {
          var fewer = new ArrayList<>(items);
          fewer.remove(i);
          smaller.add(new JsonArray(fewer));
        }
        for (int i = 0; i < items.size(); i++) {
          for (JsonValue less : smaller(items.get(i))) {
            var changed = new ArrayList<>(items);
            changed.set(i, less);
            smaller.add(new JsonArray(changed));
          }
        }
      }
      default -> {}
    }
    return smaller;
  }
}
