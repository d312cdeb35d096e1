package dev.concordat.fidelity.shape;

import dev.concordat.fidelity.change.Alteration;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonValue;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/// What happened to a list.
final class ArrayComparison {
  private final JsonComparison values;
  private final Changes changes;

  ArrayComparison(JsonComparison values, Changes changes) {
    this.values = values;
    this.changes = changes;
  }

  void compare(String at, List<JsonValue> sent, List<JsonValue> received) {
    if (sent.size() == received.size()) {
      sameLength(at, sent, received);
    } else if (sent.size() > received.size()) {
      shorter(at, sent, received);
    } else {
      longer(at, sent, received);
    }
  }

  private void sameLength(String at, List<JsonValue> sent, List<JsonValue> received) {
    if (!sent.equals(received) && counted(sent).equals(counted(received))) {
      changes.add(at, Alteration.REORDERED, new JsonArray(sent), new JsonArray(received));
      return;
    }
    itemwise(at, sent, received);
  }

  private void itemwise(String at, List<JsonValue> sent, List<JsonValue> received) {
    for (int i = 0; i < sent.size() && i < received.size(); i++) {
      values.compare(at + "/" + i, sent.get(i), received.get(i));
    }
  }

  private void shorter(String at, List<JsonValue> sent, List<JsonValue> received) {
    Map<JsonValue, Integer> left = counted(received);
    boolean isDistinct =
        counted(sent).keySet().equals(left.keySet())
            && new LinkedHashSet<>(received).size() == received.size();
    if (isDistinct) {
      changes.add(at, Alteration.DEDUPLICATED, new JsonArray(sent), new JsonArray(received));
    } else {
      changes.add(at, Alteration.LIST_CUT, new JsonArray(sent), new JsonArray(received));
      // What is left may be damaged too; without a key only a list that lost its end can be
      // followed.
      if (!contains(sent, received)) {
        itemwise(at, sent, received);
      }
    }
  }

  private void longer(String at, List<JsonValue> sent, List<JsonValue> received) {
    boolean isRepeated =
        !sent.isEmpty() && counted(sent).keySet().equals(counted(received).keySet());
    changes.add(
        at,
        isRepeated ? Alteration.DUPLICATED : Alteration.INVENTED,
        new JsonArray(sent),
        new JsonArray(received));
    if (!isRepeated && !contains(received, sent)) {
      itemwise(at, sent, received);
    }
  }

  /// Whether one list holds every item of another, as often.
  private static boolean contains(List<JsonValue> list, List<JsonValue> other) {
    Map<JsonValue, Integer> counts = counted(list);
    return counted(other).entrySet().stream()
        .allMatch(entry -> counts.getOrDefault(entry.getKey(), 0) >= entry.getValue());
  }

  private static Map<JsonValue, Integer> counted(List<JsonValue> items) {
    var counts = new HashMap<JsonValue, Integer>();
    items.forEach(item -> counts.merge(item, 1, Integer::sum));
    return counts;
  }
}
