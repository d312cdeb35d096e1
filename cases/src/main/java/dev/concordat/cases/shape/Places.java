package dev.concordat.cases.shape;

import dev.concordat.cases.value.Facts;
import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The places of a value, those that could be filled too, with the schemas that hold there.
final class Places {
  private static final int MAX_DEPTH = 8;
  private static final int MAX_PLACES = 300;

  private final List<Place> all = new ArrayList<>();

  /// One place.
  ///
  /// @param tokens the way to it from the whole
  /// @param value what stands there; nothing where it could be filled
  record Place(
      List<String> tokens, List<Schema> schemas, Optional<JsonValue> value, boolean isRequired) {}

  static List<Place> of(Schema schema, JsonValue value) {
    var places = new Places();
    places.visit(List.of(), List.of(schema), value, true);
    return places.all;
  }

  private void visit(
      List<String> tokens, List<Schema> schemas, JsonValue value, boolean isRequired) {
    if (schemas.isEmpty() || tokens.size() > MAX_DEPTH || all.size() >= MAX_PLACES) {
      return;
    }
    all.add(new Place(tokens, schemas, Optional.of(value), isRequired));
    Facts facts = Facts.of(schemas, branches -> fitting(branches, value));
    switch (value) {
      case JsonObject object -> {
        for (Map.Entry<String, List<Schema>> member : facts.properties().entrySet()) {
          if (member.getValue().stream().noneMatch(schema -> schema.view().readOnly())) {
            member(tokens, member.getKey(), member.getValue(), object, facts);
          }
        }
      }
      case JsonArray(List<JsonValue> items) -> {
        for (int i = 0; i < items.size() && all.size() < MAX_PLACES; i++) {
          visit(inside(tokens, Integer.toString(i)), facts.item(i), items.get(i), true);
        }
      }
      default -> {
        // Scalars have nothing inside.
      }
    }
  }

  private void member(
      List<String> tokens, String name, List<Schema> schemas, JsonObject object, Facts facts) {
    boolean isRequired = facts.required().contains(name);
    Optional<JsonValue> value = object.member(name);
    if (value.isPresent()) {
      visit(inside(tokens, name), schemas, value.get(), isRequired);
    } else if (all.size() < MAX_PLACES) {
      all.add(new Place(inside(tokens, name), schemas, Optional.empty(), isRequired));
    }
  }

  private static List<String> inside(List<String> tokens, String token) {
    var inside = new ArrayList<>(tokens);
    inside.add(token);
    return List.copyOf(inside);
  }

  private static Schema fitting(List<Schema> branches, JsonValue value) {
    return branches.stream()
        .filter(branch -> branch.accepts(value, Direction.REQUEST))
        .findFirst()
        .orElseGet(branches::getFirst);
  }

  /// The whole with another value at a place; without it where there is none.
  static JsonValue with(JsonValue whole, List<String> tokens, Optional<JsonValue> value) {
    if (tokens.isEmpty()) {
      return value.orElse(whole);
    }
    String token = tokens.getFirst();
    List<String> rest = tokens.subList(1, tokens.size());
    return switch (whole) {
      case JsonObject object -> {
        if (rest.isEmpty()) {
          yield value.map(v -> object.with(token, v)).orElseGet(() -> object.without(token));
        }
        yield object
            .member(token)
            .map(inner -> object.with(token, with(inner, rest, value)))
            .orElse(object);
      }
      case JsonArray(List<JsonValue> items) when Integer.parseInt(token) < items.size() -> {
        var changed = new ArrayList<>(items);
        int index = Integer.parseInt(token);
        if (rest.isEmpty() && value.isEmpty()) {
          changed.remove(index);
        } else {
          changed.set(
              index, rest.isEmpty() ? value.orElseThrow() : with(items.get(index), rest, value));
        }
        yield new JsonArray(changed);
      }
      default -> whole;
    };
  }
}
