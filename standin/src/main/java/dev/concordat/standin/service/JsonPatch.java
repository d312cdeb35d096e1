package dev.concordat.standin.service;

import dev.concordat.contracts.tree.Pointers;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Changes of members: JSON Patch (RFC 6902).
final class JsonPatch {
  private JsonPatch() {}

  /// The target after every operation; nothing when one of them cannot be done, or a test fails.
  static Optional<JsonObject> applied(JsonObject target, JsonArray patch) {
    JsonValue at = target;
    for (JsonValue each : patch.items()) {
      Optional<JsonValue> next =
          each instanceof JsonObject operation ? step(at, operation) : Optional.empty();
      if (next.isEmpty()) {
        return Optional.empty();
      }
      at = next.get();
    }
    return at instanceof JsonObject object ? Optional.of(object) : Optional.empty();
  }

  private static Optional<JsonValue> step(JsonValue target, JsonObject operation) {
    Optional<List<String>> path = tokens(operation, "path");
    Optional<List<String>> from = tokens(operation, "from");
    Optional<JsonValue> value = operation.member("value");
    if (path.isEmpty()) {
      return Optional.empty();
    }
    return switch (text(operation, "op").orElse("")) {
      case "add" -> value.flatMap(it -> set(target, path.get(), Optional.of(it), true));
      case "replace" ->
          get(target, path.get())
              .flatMap(ignored -> value)
              .flatMap(it -> set(target, path.get(), Optional.of(it), false));
      case "remove" ->
          get(target, path.get())
              .flatMap(ignored -> set(target, path.get(), Optional.empty(), false));
      case "test" -> get(target, path.get()).equals(value) ? Optional.of(target) : Optional.empty();
      case "copy" ->
          from.flatMap(it -> get(target, it))
              .flatMap(it -> set(target, path.get(), Optional.of(it), true));
      case "move" ->
          from.flatMap(it -> get(target, it))
              .flatMap(
                  moved ->
                      set(target, from.orElseThrow(), Optional.empty(), false)
                          .flatMap(rest -> set(rest, path.get(), Optional.of(moved), true)));
      default -> Optional.empty();
    };
  }

  private static Optional<String> text(JsonObject object, String name) {
    return object.member(name).orElse(null) instanceof JsonString(String text)
        ? Optional.of(text)
        : Optional.empty();
  }

  private static Optional<List<String>> tokens(JsonObject operation, String name) {
    return text(operation, name).flatMap(Pointers::tokens);
  }

  private static Optional<JsonValue> get(JsonValue target, List<String> tokens) {
    Optional<JsonValue> at = Optional.of(target);
    for (String token : tokens) {
      at =
          at.flatMap(
              holder ->
                  switch (holder) {
                    case JsonObject object -> object.member(token);
                    case JsonArray(List<JsonValue> items) ->
                        index(token, items.size()).filter(i -> i < items.size()).map(items::get);
                    default -> Optional.empty();
                  });
    }
    return at;
  }

  private static Optional<Integer> index(String token, int size) {
    if (token.equals("-")) {
      return Optional.of(size);
    }
    return token.matches("[0-9]{1,9}") ? Optional.of(Integer.parseInt(token)) : Optional.empty();
  }

  private static Optional<JsonValue> set(
      JsonValue holder, List<String> tokens, Optional<JsonValue> value, boolean isAdded) {
    if (tokens.isEmpty()) {
      return value;
    }
    String token = tokens.getFirst();
    List<String> rest = tokens.subList(1, tokens.size());
    return switch (holder) {
      case JsonObject object -> {
        if (rest.isEmpty()) {
          yield Optional.of(
              value.map(it -> object.with(token, it)).orElseGet(() -> object.without(token)));
        }
        yield object
            .member(token)
            .flatMap(inner -> set(inner, rest, value, isAdded))
            .map(it -> object.with(token, it));
      }
      case JsonArray(List<JsonValue> items) ->
          index(token, items.size()).flatMap(i -> inList(items, i, rest, value, isAdded));
      default -> Optional.empty();
    };
  }

  private static Optional<JsonValue> inList(
      List<JsonValue> items,
      int index,
      List<String> rest,
      Optional<JsonValue> value,
      boolean isAdded) {
    var changed = new ArrayList<>(items);
    if (index > items.size() || (index == items.size() && !(isAdded && rest.isEmpty()))) {
      return Optional.empty();
    }
    if (!rest.isEmpty()) {
      Optional<JsonValue> inner = set(items.get(index), rest, value, isAdded);
      inner.ifPresent(it -> changed.set(index, it));
      return inner.map(ignored -> new JsonArray(changed));
    }
    if (value.isEmpty()) {
      changed.remove(index);
    } else if (isAdded) {
      changed.add(index, value.get());
    } else {
      changed.set(index, value.get());
    }
    return Optional.of(new JsonArray(changed));
  }
}
