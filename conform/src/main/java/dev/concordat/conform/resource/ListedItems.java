package dev.concordat.conform.resource;

import dev.concordat.model.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// What the items of one resource's lists show. Lists are answered again and again with mostly the same items, and what was
/// looked at once is not looked at again. Bounded. Thread-safe.
final class ListedItems {
  private final Map<JsonValue, Optional<Instance>> known;
  private List<String> above = List.of();

  /// @param limit how many items are remembered; those that were listed longest ago go first
  ListedItems(int limit) {
    this.known =
        new LinkedHashMap<>(limit * 2, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<JsonValue, Optional<Instance>> eldest) {
            return size() > limit;
          }
        };
  }

  /// The things that the items show.
  ///
  /// @param path what the list's own path names; items under another path are others
  /// @param look finds the thing that an item shows
  synchronized List<Instance> shown(
      List<String> path, List<JsonValue> items, Function<JsonValue, Optional<Instance>> look) {
    if (!above.equals(path)) {
      known.clear();
      above = path;
    }
    return items.stream().flatMap(item -> known.computeIfAbsent(item, look).stream()).toList();
  }
}
