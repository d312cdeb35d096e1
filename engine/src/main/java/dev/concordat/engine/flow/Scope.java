package dev.concordat.engine.flow;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What references can see: the results of earlier steps by their id, `given` and `each`. Values keep their JSON type.
///
/// @param names from the first word of a reference to its value
/// @param seed generated values come from it and the place where they stand
public record Scope(Map<String, JsonValue> names, String seed) {
  public Scope {
    names = Map.copyOf(names);
  }

  /// A scope that knows one more name.
  public Scope with(String name, JsonValue value) {
    var more = new LinkedHashMap<>(names);
    more.put(name, value);
    return new Scope(more, seed);
  }

  /// What a reference stands for; empty when something on its way is absent.
  public Optional<JsonValue> find(Reference reference) {
    Optional<JsonValue> at = Optional.ofNullable(names.get(reference.root()));
    for (String segment : reference.path()) {
      at = at.flatMap(value -> step(value, segment));
    }
    return at;
  }

  private static Optional<JsonValue> step(JsonValue value, String segment) {
    return switch (value) {
      case JsonObject object -> object.member(segment);
      case JsonArray array -> item(array, segment);
      default -> Optional.empty();
    };
  }

  private static Optional<JsonValue> item(JsonArray array, String segment) {
    boolean isIndex = segment.chars().allMatch(Character::isDigit) && segment.length() < 7;
    if (!isIndex || segment.isEmpty()) {
      return Optional.empty();
    }
    int index = Integer.parseInt(segment);
    return index < array.items().size() ? Optional.of(array.items().get(index)) : Optional.empty();
  }
}
