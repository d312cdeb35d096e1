package dev.concordat.cases.shape;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A place of a value with what is open there. The number of its axis is -1 where nothing is.
sealed interface Part {

  /// The value that a row chooses; nothing where it is left out.
  Optional<JsonValue> value(Row row);

  /// A place whose value stands.
  record Fixed(Optional<JsonValue> only) implements Part {
    @Override
    public Optional<JsonValue> value(Row row) {
      return only;
    }
  }

  /// A place with values of its own.
  record Leaf(int axis, String name, List<Choice> choices) implements Part {
    public Leaf {
      choices = List.copyOf(choices);
    }

    @Override
    public Optional<JsonValue> value(Row row) {
      Choice choice = choices.get(row.level(axis));
      return row.next(axis, name, choice);
    }
  }

  /// One of several parts: there or not, null or not, one branch of `oneOf`, one media type.
  record Alternatives(int axis, String name, List<String> names, List<Part> parts) implements Part {
    public Alternatives {
      names = List.copyOf(names);
      parts = List.copyOf(parts);
    }

    @Override
    public Optional<JsonValue> value(Row row) {
      int level = row.level(axis);
      row.note(name, names.get(level));
      return parts.get(level).value(row);
    }
  }

  /// An object, member by member.
  record Members(Map<String, Part> members) implements Part {
    @Override
    public Optional<JsonValue> value(Row row) {
      var object = new JsonObject.Builder();
      members.forEach((name, part) -> part.value(row).ifPresent(value -> object.add(name, value)));
      return Optional.of(object.build());
    }
  }

  /// A list of one of several lengths.
  ///
  /// @param counts by level
  /// @param item the first item, in which choices are open
  /// @param others those that follow it; as many as the largest count needs
  record Items(int axis, String name, List<Integer> counts, Part item, List<JsonValue> others)
      implements Part {
    public Items {
      counts = List.copyOf(counts);
      others = List.copyOf(others);
    }

    @Override
    public Optional<JsonValue> value(Row row) {
      int level = row.level(axis);
      int count = counts.get(level);
      row.note(name, level == 0 ? "" : "with " + count + " items");
      var items = new ArrayList<JsonValue>();
      if (count > 0) {
        item.value(row).ifPresent(items::add);
      }
      for (JsonValue other : others) {
        if (items.size() < count && !items.contains(other)) {
          items.add(other);
        }
      }
      return Optional.of(new JsonArray(items));
    }
  }
}
