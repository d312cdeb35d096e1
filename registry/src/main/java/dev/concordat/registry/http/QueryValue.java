package dev.concordat.registry.http;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A value of a query whose names nest: `q[][version]=1` is a list of tables in a table, as Rack and Rails read it.
public sealed interface QueryValue {
  /// A text; a name without an equals sign has the empty one.
  record Text(String value) implements QueryValue {}

  /// Values under names, in the order of their first mention.
  record Table(Map<String, QueryValue> members) implements QueryValue {
    /// What an empty query is.
    public static final Table EMPTY = new Table(Map.of());

    public Table {
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /// The text under a name; nothing where it is absent or no text.
    public Optional<String> text(String name) {
      return members.get(name) instanceof Text(String value)
          ? Optional.of(value)
          : Optional.empty();
    }

    /// The tables of a list under a name; nothing else of the list.
    public List<Table> tables(String name) {
      List<Table> found = new ArrayList<>();
      if (members.get(name) instanceof Items(List<QueryValue> items)) {
        for (QueryValue item : items) {
          if (item instanceof Table table) {
            found.add(table);
          }
        }
      }
      return List.copyOf(found);
    }

    /// The texts of a list under a name, or the one text that is there instead of a list.
    public List<String> texts(String name) {
      List<String> found = new ArrayList<>();
      switch (members.get(name)) {
        case Items(List<QueryValue> items) -> {
          for (QueryValue item : items) {
            if (item instanceof Text(String value)) {
              found.add(value);
            }
          }
        }
        case Text(String value) -> found.add(value);
        case Table _ -> {}
        case null -> {}
      }
      return List.copyOf(found);
    }

    public boolean has(String name) {
      return members.containsKey(name);
    }
  }

  /// Values one after the other.
  record Items(List<QueryValue> values) implements QueryValue {
    public Items {
      values = List.copyOf(values);
    }
  }
}
