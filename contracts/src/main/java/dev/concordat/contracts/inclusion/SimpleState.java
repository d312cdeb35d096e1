package dev.concordat.contracts.inclusion;

import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.JsonType;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.schema.SchemaView;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The value of one schema, or the object of one, that says no more than its type, its members and which of them must be there: nearly all that are
/// searched for are such, and there is nothing to try. It is the one that a case analysis would try first.
final class SimpleState {
  private final Search search;
  private final Direction direction;

  SimpleState(Search search, Direction direction) {
    this.search = search;
    this.direction = direction;
  }

  /// A number, a text, an array or an object that keeps the schema; null where that is not as simple, which says nothing.
  @Nullable JsonValue value(Set<Claim> state) {
    Claim.Holds holds = null;
    boolean isObject = false;
    for (Claim claim : state) {
      if (holds == null && claim instanceof Claim.Holds only && only.isPositive()) {
        holds = only;
      } else if (claim instanceof Claim.IsObject(boolean isPositive) && isPositive) {
        isObject = true;
      } else {
        return null;
      }
    }
    return holds == null ? null : value(holds, isObject);
  }

  private @Nullable JsonValue value(Claim.Holds holds, boolean isObject) {
    SchemaView view = holds.schema().view();
    boolean isSimple =
        view.isSimple()
            && view.membersAtHome(direction).isEmpty()
            && view.discriminated().isEmpty();
    JsonType type = isSimple ? onlyType(view.types()) : null;
    if (type == null || (isObject && type != JsonType.OBJECT)) {
      return null;
    }
    JsonValue made = made(type, view, holds.isClosed());
    return made != null && holds.schema().accepts(made, direction) ? made : null;
  }

  /// Null beside it was tried before.
  private static @Nullable JsonType onlyType(Set<JsonType> types) {
    JsonType only = null;
    for (JsonType type : types) {
      if (type != JsonType.NULL) {
        if (only != null) {
          return null;
        }
        only = type;
      }
    }
    return only;
  }

  private @Nullable JsonValue made(JsonType type, SchemaView view, boolean isClosed) {
    return switch (type) {
      case NULL, BOOLEAN -> null;
      case INTEGER, NUMBER -> JsonNumber.of(0);
      case STRING -> new JsonString(text(view));
      case ARRAY -> JsonArray.of();
      case OBJECT -> object(view, isClosed);
    };
  }

  private static String text(SchemaView view) {
    Optional<String> format = view.format();
    return format.isPresent() && view.assertsFormat() ? FormatSamples.first(format.get()) : "";
  }

  private @Nullable JsonValue object(SchemaView view, boolean isClosed) {
    List<String> required = view.required();
    Map<String, JsonValue> members = LinkedHashMap.newLinkedHashMap(required.size());
    Map<String, Schema> declared = required.isEmpty() ? Map.of() : view.properties();
    for (String name : required) {
      Schema own = declared.get(name);
      if (own == null || (direction == Direction.RESPONSE && KindProjection.isOnlyWritten(own))) {
        return null;
      }
      Claim.Holds inside = new Claim.Holds(own, true, isClosed);
      if (!(search.find(Ordered.of(List.of(inside))) instanceof Outcome.Found(JsonValue value))) {
        return null;
      }
      members.put(name, value);
    }
    return new JsonObject(members);
  }
}
