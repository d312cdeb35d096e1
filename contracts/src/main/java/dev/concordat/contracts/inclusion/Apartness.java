package dev.concordat.contracts.inclusion;

import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.schema.SchemaView;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Shows that no value a sender may send keeps a schema, where that is plain to see: by the kinds of value, by a member
/// that the one must have and the other must not, by values that are listed.
final class Apartness {
  /// Deepest values within each other that are looked at.
  private static final int MAX_DEPTH = 8;

  private static final List<JsonValue> PLAIN =
      List.of(JsonNull.NULL, new JsonBoolean(true), new JsonBoolean(false));

  private final Direction direction;
  private final Representatives representatives;
  private final Map<Schema, Set<String>> atHome = new HashMap<>();
  private Set<String> exempt = Set.of();

  Apartness(Direction direction, Representatives representatives) {
    this.direction = direction;
    this.representatives = representatives;
  }

  /// Starts with a value inside, of which a schema speaks.
  ///
  /// @return what is to be given back at the end
  Set<String> enter(Schema receiver) {
    Set<String> outer = exempt;
    exempt =
        direction == Direction.NONE
            ? Set.of()
            : atHome.computeIfAbsent(
                receiver,
                each ->
                    SentPlace.of(new Roots(List.of(each), List.of(), false), direction).atHome());
    return outer;
  }

  /// Goes back to the value around.
  void leave(Set<String> outer) {
    exempt = outer;
  }

  /// Of the values of a place that are numbers, texts, arrays or objects.
  boolean areApart(SentPlace place, Schema other) {
    return areApart(place, other, 0);
  }

  /// Of all values of a place.
  boolean areApart(Roots sender, Schema other) {
    return valuesAreApart(sender, other, 0);
  }

  private boolean valuesAreApart(Roots sender, Schema other, int depth) {
    if (sender.isNothing() || other.allowsNothing()) {
      return true;
    }
    if (sender.isEmpty() || other.allowsAll() || depth > MAX_DEPTH) {
      return false;
    }
    for (JsonValue plain : PLAIN) {
      if (sender.accept(plain, direction) && other.accepts(plain, direction)) {
        return false;
      }
    }
    SentPlace place = SentPlace.of(sender, direction);
    Optional<List<JsonValue>> listed = place.listed();
    if (listed.isPresent()) {
      return isNone(listed.get(), sender, other);
    }
    Set<String> outer = enter(other);
    try {
      return areApart(place, other, depth);
    } finally {
      leave(outer);
    }
  }

  private boolean isNone(List<JsonValue> values, Roots sender, Schema other) {
    for (JsonValue value : values) {
      if (sender.accept(value, direction) && other.accepts(value, direction)) {
        return false;
      }
    }
    return true;
  }

  private boolean areApart(SentPlace place, Schema other, int depth) {
    if (other.allowsNothing() || place.kinds().isEmpty()) {
      return true;
    }
    if (other.allowsAll() || depth > MAX_DEPTH) {
      return false;
    }
    SchemaView view = other.view();
    if (areOtherKinds(place, view) || isRefused(place, other)) {
      return true;
    }
    Optional<List<JsonValue>> listed = view.constValue().map(List::of).or(view::enumValues);
    if (listed.isPresent() && isNone(listed.get(), place.roots(), other)) {
      return true;
    }
    return isOneApart(place, view.allOf(), depth)
        || areAllApart(place, view.anyOf(), depth)
        || areAllApart(place, view.oneOf(), depth)
        || isObjectApart(place, view, depth);
  }

  private boolean areAllApart(SentPlace place, List<Schema> alternatives, int depth) {
    for (Schema each : alternatives) {
      if (!SentPlace.isOnlyNull(each) && !areApart(place, each, depth + 1)) {
        return false;
      }
    }
    return !alternatives.isEmpty();
  }

  private boolean isOneApart(SentPlace place, List<Schema> all, int depth) {
    for (Schema each : all) {
      if (areApart(place, each, depth + 1)) {
        return true;
      }
    }
    return false;
  }

  private static boolean areOtherKinds(SentPlace place, SchemaView view) {
    for (Kind kind : place.kinds()) {
      if (kind.isAmong(view.types())) {
        return false;
      }
    }
    return true;
  }

  private boolean isRefused(SentPlace place, Schema other) {
    for (Schema each : place.refused()) {
      if (representatives.isSame(each, other)) {
        return true;
      }
    }
    return false;
  }

  private static boolean areOnlyObjects(SentPlace place, SchemaView view) {
    for (Kind kind : place.kinds()) {
      if (kind != Kind.OBJECT && kind.isAmong(view.types())) {
        return false;
      }
    }
    return true;
  }

  private boolean isObjectApart(SentPlace place, SchemaView view, int depth) {
    if (!areOnlyObjects(place, view)) {
      return false;
    }
    for (String name : view.required()) {
      boolean isNever = ObjectProof.isNever(place, name);
      if (isNever && !exempt.contains(name)) {
        return true;
      }
    }
    for (Map.Entry<String, Schema> member : view.properties().entrySet()) {
      if (place.requires(member.getKey())
          && valuesAreApart(place.member(member.getKey()), member.getValue(), depth + 1)) {
        return true;
      }
    }
    return false;
  }
}
