package dev.concordat.model.json;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// The members of an object in the order in which they came: two arrays, and for a big object a table of positions.
/// Bodies of messages are made of these, so they take a third of the memory of a linked map.
final class Members extends AbstractMap<String, JsonValue> {
  /// Up to this many members, looking at each name's hash is faster than a table. Beyond, names that collide on purpose
  /// would cost, which the table bears.
  private static final int MAX_SCANNED = 32;

  private static final int FIRST_SIZE = 8;

  private String[] names;
  private int[] hashes;
  private JsonValue[] values;
  private int size;
  private @Nullable Map<String, Integer> positions;

  Members(int expected) {
    names = new String[expected];
    hashes = new int[expected];
    values = new JsonValue[expected];
  }

  static Members copyOf(Map<String, JsonValue> map) {
    if (map instanceof Members members) {
      return members;
    }
    var copy = new Members(map.size());
    map.forEach(copy::add);
    return copy;
  }

  /// A copy with one more member, or with another value of one that is there.
  Members with(String name, JsonValue value) {
    var copy = new Members(0);
    copy.names = Arrays.copyOf(names, size + 1);
    copy.hashes = Arrays.copyOf(hashes, size + 1);
    copy.values = Arrays.copyOf(values, size + 1);
    copy.size = size;
    Map<String, Integer> known = positions;
    copy.positions = known == null ? null : new HashMap<>(known);
    copy.add(name, value);
    return copy;
  }

  /// Adds a member; one that is there keeps its position and gets the new value. For use before anyone sees the map.
  ///
  /// @return whether the name is new
  boolean add(String name, JsonValue value) {
    int known = indexOf(name);
    if (known >= 0) {
      values[known] = Objects.requireNonNull(value);
      return false;
    }
    if (size == names.length) {
      int larger = Math.max(FIRST_SIZE, size * 2);
      names = Arrays.copyOf(names, larger);
      hashes = Arrays.copyOf(hashes, larger);
      values = Arrays.copyOf(values, larger);
    }
    names[size] = name;
    hashes[size] = name.hashCode();
    values[size] = Objects.requireNonNull(value);
    size++;
    note(name);
    return true;
  }

  private void note(String name) {
    Map<String, Integer> known = positions;
    if (known != null) {
      known.put(name, size - 1);
    } else if (size > MAX_SCANNED) {
      known = HashMap.newHashMap(size * 2);
      for (int at = 0; at < size; at++) {
        known.put(names[at], at);
      }
      positions = known;
    }
  }

  /// The position of the name, or -1.
  int indexOf(String name) {
    Map<String, Integer> known = positions;
    if (known != null) {
      Integer at = known.get(name);
      return at == null ? -1 : at;
    }
    int hash = name.hashCode();
    for (int at = 0; at < size; at++) {
      if (hashes[at] == hash && names[at].equals(name)) {
        return at;
      }
    }
    return -1;
  }

  String nameAt(int at) {
    return names[at];
  }

  JsonValue valueAt(int at) {
    return values[at];
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public @Nullable JsonValue get(@Nullable Object name) {
    int at = name instanceof String text ? indexOf(text) : -1;
    return at < 0 ? null : values[at];
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    return name instanceof String text && indexOf(text) >= 0;
  }

  @Override
  public void forEach(BiConsumer<? super String, ? super JsonValue> action) {
    for (int at = 0; at < size; at++) {
      action.accept(names[at], values[at]);
    }
  }

  /// As the contract of maps wants it, without making entries.
  @Override
  public int hashCode() {
    int sum = 0;
    for (int at = 0; at < size; at++) {
      sum += hashes[at] ^ values[at].hashCode();
    }
    return sum;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof Members that)) {
      return super.equals(other);
    }
    if (size != that.size) {
      return false;
    }
    for (int at = 0; at < size; at++) {
      boolean isSamePlace = hashes[at] == that.hashes[at] && names[at].equals(that.names[at]);
      int there = isSamePlace ? at : that.indexOf(names[at]);
      if (there < 0 || !values[at].equals(that.values[there])) {
        return false;
      }
    }
    return true;
  }

  @Override
  public Set<Map.Entry<String, JsonValue>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public int size() {
        return size;
      }

      @Override
      public Iterator<Map.Entry<String, JsonValue>> iterator() {
        return new Entries();
      }
    };
  }

  private final class Entries implements Iterator<Map.Entry<String, JsonValue>> {
    private int next;

    @Override
    public boolean hasNext() {
      return next < size;
    }

    @Override
    public Map.Entry<String, JsonValue> next() {
      if (next == size) {
        throw new NoSuchElementException();
      }
      var entry = new SimpleImmutableEntry<>(names[next], values[next]);
      next++;
      return entry;
    }
  }
}
