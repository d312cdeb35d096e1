package dev.concordat.engine.fidelity;

import dev.concordat.contracts.tree.Pointers;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The values in a body that can be followed: scalars, and lists of scalars as one.
final class Values {
  /// A body with more values than this is not looked at to its end.
  static final int MAX_VALUES = 2_000;

  private static final int MAX_DEPTH = 50;

  private final Map<String, JsonValue> found = new LinkedHashMap<>();

  private Values() {}

  /// By JSON Pointer, in the order of the text.
  static Map<String, JsonValue> of(JsonValue body) {
    var values = new Values();
    values.add("", body, 0);
    return values.found;
  }

  private void add(String at, JsonValue value, int depth) {
    if (found.size() >= MAX_VALUES || depth > MAX_DEPTH) {
      return;
    }
    switch (value) {
      case JsonObject object ->
          object
              .members()
              .forEach((name, inner) -> add(at + "/" + Pointers.escape(name), inner, depth + 1));
      case JsonArray(var items) -> {
        if (isPlain(items)) {
          found.put(at, value);
        } else {
          for (int i = 0; i < items.size(); i++) {
            add(at + "/" + i, items.get(i), depth + 1);
          }
        }
      }
      default -> found.put(at, value);
    }
  }

  /// Whether a list holds scalars only; the list is one value then.
  private static boolean isPlain(List<JsonValue> items) {
    return items.stream().noneMatch(it -> it instanceof JsonObject || it instanceof JsonArray);
  }

  /// A pointer with every index as a star.
  static String generalised(String pointer) {
    return pointer.replaceAll("/[0-9]+(?=/|$)", "/*");
  }

  /// The value with another one at a pointer that it has; unchanged where it has not.
  static JsonValue with(JsonValue whole, String pointer, JsonValue value) {
    return Pointers.tokens(pointer).map(tokens -> with(whole, tokens, value)).orElse(whole);
  }

  /// The value at a pointer.
  static Optional<JsonValue> at(JsonValue whole, String pointer) {
    Optional<JsonValue> at = Optional.of(whole);
    for (String token : Pointers.tokens(pointer).orElse(List.of())) {
      at = at.flatMap(it -> inner(it, token));
    }
    return at;
  }

  private static Optional<JsonValue> inner(JsonValue value, String token) {
    return switch (value) {
      case JsonObject object -> object.member(token);
      case JsonArray(var items) when token.matches("[0-9]{1,6}") ->
          items.stream().skip(Integer.parseInt(token)).findFirst();
      default -> Optional.empty();
    };
  }

  /// The value without a member at a pointer; unchanged where there is none.
  static JsonValue without(JsonValue whole, String pointer) {
    return Pointers.tokens(pointer)
        .filter(tokens -> !tokens.isEmpty())
        .map(
            tokens -> {
              int last = tokens.size() - 1;
              UnaryOperator<JsonValue> remove =
                  it -> it instanceof JsonObject object ? object.without(tokens.get(last)) : it;
              return changed(whole, tokens.subList(0, last), remove);
            })
        .orElse(whole);
  }

  private static JsonValue with(JsonValue whole, List<String> tokens, JsonValue value) {
    return changed(whole, tokens, before -> value);
  }

  private static JsonValue changed(
      JsonValue at, List<String> tokens, UnaryOperator<JsonValue> change) {
    if (tokens.isEmpty()) {
      return change.apply(at);
    }
    String first = tokens.getFirst();
    List<String> rest = tokens.subList(1, tokens.size());
    if (at instanceof JsonObject object) {
      return object
          .member(first)
          .map(inner -> (JsonValue) object.with(first, changed(inner, rest, change)))
          .orElse(at);
    }
    if (at instanceof JsonArray(var items) && first.matches("[0-9]{1,6}")) {
      int index = Integer.parseInt(first);
      if (index < items.size()) {
        List<JsonValue> copy = new ArrayList<>(items);
        copy.set(index, changed(items.get(index), rest, change));
        return new JsonArray(copy);
      }
    }
    return at;
  }
}
