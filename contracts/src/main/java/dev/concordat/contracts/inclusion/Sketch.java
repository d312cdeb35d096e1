package dev.concordat.contracts.inclusion;

import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Draws a value that does what is aimed at from what the schemas say at each place, without trying cases and without a
/// search. Often it is none; whether it is one is for a validator to say. Not thread-safe.
final class Sketch {
  /// Longest text that is made because of its length, in characters.
  static final int MAX_LENGTH = 1_000;

  private static final List<JsonValue> STRANGERS =
      List.of(
          JsonNull.NULL,
          new JsonBoolean(true),
          JsonNumber.of(0),
          new JsonString(""),
          JsonArray.of(),
          JsonObject.EMPTY);

  private final Direction direction;
  private final Drawing drawing = new Drawing();

  Sketch(Direction direction) {
    this.direction = direction;
  }

  /// A value of the schema that does what is aimed at; null where nothing is drawn.
  @Nullable JsonValue of(Schema schema, Aim aim) {
    drawing.start();
    return of(List.of(schema), aim);
  }

  /// @param schemas that the value is to keep; of alternatives that one is drawn that is named among them, or the first
  private @Nullable JsonValue of(List<Schema> schemas, Aim aim) {
    return switch (aim) {
      case Aim.Member(String name, Aim value) -> member(schemas, name, value);
      case Aim.Lacks(String name) ->
          drawing.of(schemas) instanceof JsonObject object ? object.without(name) : null;
      case Aim.Item(int from, Aim value) -> item(schemas, from, value);
      case Aim.ItemAt(int position, Aim value) -> item(schemas, position, value);
      case Aim.Any(List<Aim> aims) -> any(schemas, aims);
      case Aim.All(List<Aim> aims) -> all(schemas, aims);
      case Aim.Keeps(Schema schema) -> drawing.of(and(schema, schemas));
      case Aim.Breaks(Schema schema) -> breaking(schemas, schema);
      case Aim.Matching ignored -> null;
      case Aim.Another ignored -> null;
    };
  }

  private @Nullable JsonValue member(List<Schema> schemas, String name, Aim aim) {
    if (!(drawing.of(schemas) instanceof JsonObject around)) {
      return null;
    }
    JsonValue inside = of(Drawing.members(Drawing.parts(schemas), name), aim);
    return inside == null ? null : around.with(name, inside);
  }

  private @Nullable JsonValue item(List<Schema> schemas, int at, Aim aim) {
    if (!(drawing.of(schemas) instanceof JsonArray(List<JsonValue> around)) || around.size() < at) {
      return null;
    }
    JsonValue inside = of(Drawing.items(Drawing.parts(schemas)), aim);
    if (inside == null) {
      return null;
    }
    var items = new ArrayList<JsonValue>(around);
    if (at == items.size()) {
      items.add(inside);
    } else {
      items.set(at, inside);
    }
    return new JsonArray(items);
  }

  private @Nullable JsonValue any(List<Schema> schemas, List<Aim> aims) {
    for (Aim each : aims) {
      JsonValue value = of(schemas, each);
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  private @Nullable JsonValue all(List<Schema> schemas, List<Aim> aims) {
    if (aims.isEmpty()) {
      return drawing.of(schemas);
    }
    if (!(aims.getFirst() instanceof Aim.Keeps(Schema schema))) {
      return null;
    }
    List<Schema> kept = and(schema, schemas);
    return aims.size() == 2
        ? of(kept, aims.getLast())
        : members(kept, aims.subList(1, aims.size()));
  }

  /// One value that does something in each of several members.
  private @Nullable JsonValue members(List<Schema> schemas, List<Aim> aims) {
    JsonValue value = drawing.of(schemas);
    for (Aim each : aims) {
      if (!(each instanceof Aim.Member(String name, Aim aim)
          && value instanceof JsonObject around)) {
        return null;
      }
      JsonValue inside = of(Drawing.members(Drawing.parts(schemas), name), aim);
      value = inside == null ? null : around.with(name, inside);
    }
    return value;
  }

  private @Nullable JsonValue breaking(List<Schema> schemas, Schema broken) {
    JsonValue own = drawing.of(schemas);
    if (own != null && !broken.accepts(own, direction)) {
      return own;
    }
    Optional<Long> longest = broken.view().maxLength();
    if (own instanceof JsonString && longest.isPresent() && longest.get() < MAX_LENGTH) {
      return new JsonString("a".repeat(longest.get().intValue() + 1));
    }
    for (JsonValue each : STRANGERS) {
      if (!broken.accepts(each, direction) && isTaken(schemas, each)) {
        return each;
      }
    }
    return null;
  }

  private boolean isTaken(List<Schema> schemas, JsonValue value) {
    for (Schema each : schemas) {
      if (!each.accepts(value, direction)) {
        return false;
      }
    }
    return true;
  }

  private static List<Schema> and(Schema first, List<Schema> others) {
    var all = new ArrayList<Schema>(others.size() + 1);
    all.add(first);
    all.addAll(others);
    return all;
  }
}
