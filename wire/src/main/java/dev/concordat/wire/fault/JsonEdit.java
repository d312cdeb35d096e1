package dev.concordat.wire.fault;

import dev.concordat.contracts.tree.Pointers;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A change of one place in a JSON value.
///
/// @param pointer where (RFC 6901); a member that is not there is added, when the object around it is there
/// @param value what stands there afterwards; nothing to take the place away
public record JsonEdit(String pointer, Optional<JsonValue> value) {
  public JsonEdit {
    if (Pointers.tokens(pointer).isEmpty()) {
      throw new IllegalArgumentException("'" + pointer + "' is no JSON Pointer: it begins with /");
    }
  }

  /// The value after the change; nothing where the place is not there.
  public Optional<JsonValue> applied(JsonValue whole) {
    return at(whole, Pointers.tokens(pointer).orElseThrow());
  }

  private Optional<JsonValue> at(JsonValue target, List<String> tokens) {
    if (tokens.isEmpty()) {
      return value;
    }
    String token = tokens.getFirst();
    List<String> rest = tokens.subList(1, tokens.size());
    return switch (target) {
      case JsonObject object -> member(object, token, rest);
      case JsonArray(List<JsonValue> items) -> item(items, token, rest);
      default -> Optional.empty();
    };
  }

  private Optional<JsonValue> member(JsonObject object, String name, List<String> rest) {
    if (!rest.isEmpty()) {
      return object.member(name).flatMap(it -> at(it, rest)).map(it -> object.with(name, it));
    }
    if (value.isPresent()) {
      return Optional.of(object.with(name, value.get()));
    }
    return object.has(name) ? Optional.of(object.without(name)) : Optional.empty();
  }

  private Optional<JsonValue> item(List<JsonValue> items, String token, List<String> rest) {
    if (!token.matches("0|[1-9][0-9]{0,8}") || Integer.parseInt(token) >= items.size()) {
      return Optional.empty();
    }
    int index = Integer.parseInt(token);
    var changed = new ArrayList<>(items);
    if (rest.isEmpty() && value.isEmpty()) {
      changed.remove(index);
      return Optional.of(new JsonArray(changed));
    }
    return at(items.get(index), rest)
        .map(
            it -> {
              changed.set(index, it);
              return new JsonArray(changed);
            });
  }
}
