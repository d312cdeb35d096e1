package dev.concordat.standin.graphql;

import graphql.GraphqlErrorException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What mutations made, changed and removed. Used by one operation after the other.
final class Memory {
  /// More values are not remembered.
  private static final int MAX_VALUES = 1_000_000;

  /// A value that is there and may be null.
  record Value(@Nullable Object value) {}

  private final Map<String, Map<String, Value>> values = new HashMap<>();
  private final Map<String, Set<String>> made = new HashMap<>();
  private final Map<String, Set<String>> named = new HashMap<>();
  private final Map<String, Set<String>> removed = new HashMap<>();
  private int size;

  /// What was said of a field of an object; nothing where nothing was.
  Optional<Value> value(String type, String key, String field) {
    return Optional.ofNullable(values.getOrDefault(place(type, key), Map.of()).get(field));
  }

  void put(String type, String key, String field, @Nullable Object value) {
    if (size == MAX_VALUES) {
      throw GraphqlErrorException.newErrorException()
          .message("no more than " + MAX_VALUES + " values are remembered")
          .build();
    }
    size++;
    values
        .computeIfAbsent(place(type, key), at -> new LinkedHashMap<>())
        .put(field, new Value(value));
  }

  /// A thing is there that was not, and is in lists.
  void make(String type, String key) {
    removed.getOrDefault(type, new HashSet<>()).remove(key);
    made.computeIfAbsent(type, at -> new LinkedHashSet<>()).add(key);
  }

  /// A client says that there is such a thing; it is in no list for that.
  void name(String type, String key) {
    named.computeIfAbsent(type, at -> new HashSet<>()).add(key);
  }

  void remove(String type, String key) {
    made.getOrDefault(type, new HashSet<>()).remove(key);
    removed.computeIfAbsent(type, at -> new HashSet<>()).add(key);
  }

  /// Whether it is there because somebody made or named it.
  boolean isMade(String type, String key) {
    return made.getOrDefault(type, Set.of()).contains(key)
        || named.getOrDefault(type, Set.of()).contains(key);
  }

  boolean isRemoved(String type, String key) {
    return removed.getOrDefault(type, Set.of()).contains(key);
  }

  /// The ids of those that were made, in that order.
  List<String> made(String type) {
    return new ArrayList<>(made.getOrDefault(type, Set.of()));
  }

  void clear() {
    values.clear();
    made.clear();
    named.clear();
    removed.clear();
    size = 0;
  }

  private static String place(String type, String key) {
    return type + ":" + key;
  }
}
