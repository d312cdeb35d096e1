package dev.concordat.contracts.inclusion;

import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// A different value for every position (`uniqueItems`): positions take values that are free; where one has none, others
/// make room by moving on (augmenting paths: if that fails, there are fewer values than positions).
final class DifferentItems {
  private final Search search;
  private final List<Set<Claim>> positions;
  private final Map<JsonValue, Integer> taken = new HashMap<>();
  private final Map<Integer, JsonValue> items = new HashMap<>();
  private Optional<String> unknown = Optional.empty();

  DifferentItems(Search search, List<Set<Claim>> positions) {
    this.search = search;
    this.positions = positions;
  }

  boolean areFound() {
    for (int i = 0; i < positions.size(); i++) {
      if (!place(i, new HashSet<>())) {
        return false;
      }
    }
    return true;
  }

  List<JsonValue> items() {
    var all = new ArrayList<JsonValue>();
    for (int i = 0; i < positions.size(); i++) {
      all.add(Objects.requireNonNull(items.get(i)));
    }
    return all;
  }

  /// Why no values were found; absent if there are none.
  Optional<String> unknown() {
    return unknown;
  }

  private boolean place(int position, Set<JsonValue> tried) {
    search.step();
    Set<Claim> claims = positions.get(position);
    Set<Claim> free = new LinkedHashSet<>(claims);
    if (!taken.isEmpty()) {
      free.add(new Claim.Among(taken.keySet(), false));
    }
    Outcome outcome = search.find(free);
    if (outcome instanceof Outcome.Found(JsonValue item)) {
      put(position, item);
      return true;
    }
    if (outcome instanceof Outcome.Unknown(String reason)) {
      unknown = Optional.of(reason);
    }
    for (JsonValue value : List.copyOf(taken.keySet())) {
      Integer holder = taken.get(value);
      if (holder != null && search.holds(claims, value) && tried.add(value)) {
        taken.remove(value);
        put(position, value);
        if (place(holder, tried)) {
          return true;
        }
        put(holder, value);
      }
    }
    return false;
  }

  private void put(int position, JsonValue item) {
    items.put(position, item);
    taken.put(Values.normal(item), position);
  }
}
