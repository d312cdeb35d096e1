package dev.concordat.contracts.inclusion;

import dev.concordat.contracts.schema.JsonType;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.schema.SchemaView;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A value made at once from what schemas say at each place, of alternatives by one of them. Not thread-safe.
final class Drawing {
  /// Deepest values within each other.
  private static final int MAX_DEPTH = 30;

  /// Most places of one value.
  private static final int MAX_PLACES = 2_000;

  /// Most items that are made because there must be as many.
  private static final int MAX_ITEMS = 20;

  private final Map<Schema, JsonValue> drawn = new HashMap<>();
  private int places;

  /// Another value has its own allowance.
  void start() {
    places = 0;
  }

  /// A value that all of them may keep; null where none is made.
  @Nullable JsonValue of(List<Schema> schemas) {
    return value(schemas, 0);
  }

  private @Nullable JsonValue value(List<Schema> schemas, int depth) {
    if (schemas.size() != 1) {
      return made(parts(schemas), depth);
    }
    JsonValue known = drawn.get(schemas.getFirst());
    if (known == null) {
      known = made(parts(schemas), depth);
      if (known != null) {
        drawn.put(schemas.getFirst(), known);
      }
    }
    return known;
  }

  private @Nullable JsonValue made(List<SchemaView> parts, int depth) {
    if (++places > MAX_PLACES || depth > MAX_DEPTH) {
      return null;
    }
    for (SchemaView part : parts) {
      if (part.constValue().isPresent()) {
        return part.constValue().get();
      }
      if (part.enumValues().isPresent() && !part.enumValues().get().isEmpty()) {
        return part.enumValues().get().getFirst();
      }
    }
    Set<JsonType> types = types(parts);
    if (types.contains(JsonType.OBJECT)) {
      return object(parts, depth);
    }
    if (types.contains(JsonType.ARRAY)) {
      return array(parts, depth);
    }
    if (types.contains(JsonType.STRING)) {
      return text(parts);
    }
    if (types.contains(JsonType.NUMBER) || types.contains(JsonType.INTEGER)) {
      return number(parts);
    }
    return types.contains(JsonType.BOOLEAN) ? new JsonBoolean(true) : JsonNull.NULL;
  }

  private static Set<JsonType> types(List<SchemaView> parts) {
    for (SchemaView part : parts) {
      if (!part.types().isEmpty()) {
        return part.types();
      }
    }
    for (SchemaView part : parts) {
      if (!part.properties().isEmpty() || !part.required().isEmpty()) {
        return Set.of(JsonType.OBJECT);
      }
    }
    return Set.of();
  }

  private @Nullable JsonValue object(List<SchemaView> parts, int depth) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    for (SchemaView part : parts) {
      for (String name : part.required()) {
        if (!members.containsKey(name)) {
          JsonValue member = value(members(parts, name), depth + 1);
          if (member == null) {
            return null;
          }
          members.put(name, member);
        }
      }
    }
    return new JsonObject(members);
  }

  private @Nullable JsonValue array(List<SchemaView> parts, int depth) {
    long least = 0;
    for (SchemaView part : parts) {
      least = Math.max(least, part.minItems().orElse(0L));
    }
    if (least == 0) {
      return JsonArray.of();
    }
    JsonValue item = least > MAX_ITEMS ? null : value(items(parts), depth + 1);
    return item == null ? null : new JsonArray(Collections.nCopies((int) least, item));
  }

  private static @Nullable JsonValue text(List<SchemaView> parts) {
    long least = 0;
    for (SchemaView part : parts) {
      if (part.pattern().isPresent()) {
        return null;
      }
      if (part.format().isPresent()) {
        return new JsonString(FormatSamples.first(part.format().get()));
      }
      least = Math.max(least, part.minLength().orElse(0L));
    }
    return least > Sketch.MAX_LENGTH ? null : new JsonString("a".repeat((int) least));
  }

  private static JsonValue number(List<SchemaView> parts) {
    for (SchemaView part : parts) {
      BigDecimal low = part.minimum().orElse(BigDecimal.ZERO);
      BigDecimal high = part.maximum().orElse(BigDecimal.ZERO);
      if (low.signum() > 0 || high.signum() < 0) {
        return Values.number(low.signum() > 0 ? low : high);
      }
    }
    return JsonNumber.of(0);
  }

  static List<Schema> members(List<SchemaView> parts, String name) {
    var inside = new ArrayList<Schema>(1);
    for (SchemaView part : parts) {
      Schema own = part.properties().get(name);
      if (own != null) {
        inside.add(own);
      } else {
        part.additionalProperties().ifPresent(inside::add);
      }
    }
    return inside;
  }

  static List<Schema> items(List<SchemaView> parts) {
    var inside = new ArrayList<Schema>(1);
    for (SchemaView part : parts) {
      part.items().ifPresent(inside::add);
    }
    return inside;
  }

  static List<SchemaView> parts(List<Schema> schemas) {
    var parts = new ArrayList<SchemaView>(schemas.size());
    for (Schema each : schemas) {
      add(each, parts);
    }
    return parts;
  }

  private static void add(Schema schema, List<SchemaView> parts) {
    SchemaView view = schema.view();
    if (isAmong(parts, view.schema())) {
      return;
    }
    parts.add(view);
    for (Schema each : view.allOf()) {
      add(each, parts);
    }
    addOne(view.anyOf(), parts);
    addOne(view.oneOf(), parts);
  }

  private static void addOne(List<Schema> alternatives, List<SchemaView> parts) {
    Schema first = null;
    for (Schema each : alternatives) {
      if (isAmong(parts, each.view().schema())) {
        return;
      }
      if (first == null && !SentPlace.isOnlyNull(each)) {
        first = each;
      }
    }
    if (first != null) {
      add(first, parts);
    }
  }

  private static boolean isAmong(List<SchemaView> parts, Schema schema) {
    for (SchemaView part : parts) {
      if (part.schema().equals(schema)) {
        return true;
      }
    }
    return false;
  }
}
