package dev.concordat.drift.observed;

import dev.concordat.contracts.tree.Pointers;
import dev.concordat.drift.mock.BodyPlaces;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Answers changed on purpose in one place, as a provider might change them.
final class Mutations {
  private static final int MAX_PLACES = 150;

  private Mutations() {}

  /// How a place is changed.
  enum Kind {
    DROP,
    TYPE,
    VALUE
  }

  /// The members of a value, whatever their depth, indices as `*`.
  static Set<String> places(JsonValue value) {
    Set<String> places = new LinkedHashSet<>();
    BodyPlaces.collect(value, places, MAX_PLACES);
    return places;
  }

  /// The value with a member changed wherever the pointer leads.
  static JsonValue mutated(JsonValue value, String pointer, Kind kind) {
    return at(value, Pointers.tokens(pointer).orElse(List.of()), kind);
  }

  private static JsonValue at(JsonValue value, List<String> tokens, Kind kind) {
    String first = tokens.getFirst();
    List<String> rest = tokens.subList(1, tokens.size());
    if (value instanceof JsonArray(List<JsonValue> items) && first.equals("*")) {
      UnaryOperator<JsonValue> inner = item -> rest.isEmpty() ? item : at(item, rest, kind);
      return new JsonArray(items.stream().map(inner).toList());
    }
    if (!(value instanceof JsonObject object) || object.member(first).isEmpty()) {
      return value;
    }
    JsonValue member = object.member(first).get();
    if (!rest.isEmpty()) {
      return object.with(first, at(member, rest, kind));
    }
    return switch (kind) {
      case DROP -> object.without(first);
      case TYPE -> object.with(first, otherType(member));
      case VALUE -> object.with(first, otherValue(member));
    };
  }

  private static JsonValue otherType(JsonValue value) {
    return value instanceof JsonString
        ? JsonObject.EMPTY.with("concordat", JsonBoolean.of(true))
        : new JsonString("concordat");
  }

  private static JsonValue otherValue(JsonValue value) {
    return switch (value) {
      case JsonString(String text) -> new JsonString(text + " concordat");
      case JsonNumber number ->
          number.isTame()
              ? JsonNumber.of(number.decimal().add(BigDecimal.valueOf(7919)))
              : JsonNumber.of(7919);
      case JsonBoolean(boolean truth) -> JsonBoolean.of(!truth);
      case JsonArray ignored -> JsonArray.of();
      case JsonObject ignored -> JsonObject.EMPTY;
      default -> new JsonString("concordat");
    };
  }
}
