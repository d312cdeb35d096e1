package dev.concordat.contracts.inclusion;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Predicate;

/// Takes members and items away from a witness as long as it stays one.
final class Shrinker {
  /// Most attempts.
  private static final int MAX_ATTEMPTS = 400;

  private final Needed needed;
  private final Predicate<JsonValue> isWitness;
  private int attempts;

  /// @param needed what no witness can be without
  Shrinker(Needed needed, Predicate<JsonValue> isWitness) {
    this.needed = needed;
    this.isWitness = isWitness;
  }

  JsonValue shrunk(JsonValue witness) {
    JsonValue at = witness;
    for (Optional<JsonValue> next = smaller(at, needed, isWitness); next.isPresent(); ) {
      at = next.get();
      next = smaller(at, needed, isWitness);
    }
    return at;
  }

  private Optional<JsonValue> smaller(JsonValue value, Needed inside, Predicate<JsonValue> holds) {
    return switch (value) {
      case JsonObject object -> smallerObject(object, inside, holds);
      case JsonArray array -> smallerArray(array, inside, holds);
      default -> Optional.empty();
    };
  }

  private Optional<JsonValue> smallerObject(
      JsonObject object, Needed inside, Predicate<JsonValue> holds) {
    for (String name : object.members().keySet()) {
      if (inside.isNeeded(name)) {
        attempts++;
        continue;
      }
      JsonValue without = object.without(name);
      if (test(without, holds)) {
        return Optional.of(without);
      }
    }
    for (var member : object.members().entrySet()) {
      Optional<JsonValue> inner =
          smaller(
              member.getValue(),
              inside.member(member.getKey()),
              value -> holds.test(object.with(member.getKey(), value)));
      if (inner.isPresent()) {
        return Optional.of(object.with(member.getKey(), inner.get()));
      }
    }
    return Optional.empty();
  }

  private Optional<JsonValue> smallerArray(
      JsonArray array, Needed inside, Predicate<JsonValue> holds) {
    for (int i = 0; i < array.items().size(); i++) {
      var items = new ArrayList<>(array.items());
      items.remove(i);
      JsonValue without = new JsonArray(items);
      if (test(without, holds)) {
        return Optional.of(without);
      }
    }
    for (int i = 0; i < array.items().size(); i++) {
      int at = i;
      Optional<JsonValue> inner =
          smaller(
              array.items().get(i), inside.item(at), value -> holds.test(with(array, at, value)));
      if (inner.isPresent()) {
        return Optional.of(with(array, at, inner.get()));
      }
    }
    return Optional.empty();
  }

  private static JsonArray with(JsonArray array, int at, JsonValue value) {
    var items = new ArrayList<>(array.items());
    items.set(at, value);
    return new JsonArray(items);
  }

  private boolean test(JsonValue value, Predicate<JsonValue> holds) {
    return attempts++ < MAX_ATTEMPTS && holds.test(value);
  }
}
