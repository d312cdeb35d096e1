package dev.concordat.compare.schema;

import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.schema.SchemaWriter;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.place.Place;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A schema with all that it refers to, as one document of JSON Schema 2020-12 for values with certain members.
final class WrittenSchemas implements SchemaWriter.References {
  /// Most schemas of one document.
  private static final int MAX_SCHEMAS = 2_000;

  private final Map<SchemaWriter.Target, String> names = new HashMap<>();
  private final Deque<SchemaWriter.Target> open = new ArrayDeque<>();
  private final SchemaWriter writer;

  private WrittenSchemas(Direction direction, Set<String> members) {
    this.writer = SchemaWriter.forValue(this, direction, members::contains);
  }

  /// A document that takes what the schema refuses, and refuses what it takes, for values that have no other members
  /// anywhere; nothing where it would be too big. A validator has nothing to say of what is wrong inside a `not`.
  static Optional<JsonObject> opposite(Schema schema, Direction direction, Set<String> members) {
    var written = new WrittenSchemas(direction, members);
    JsonValue root = written.writer.write(new SchemaWriter.Target(schema, Map.of(), Set.of()));
    Map<String, JsonValue> definitions = new LinkedHashMap<>();
    while (!written.open.isEmpty()) {
      if (written.names.size() > MAX_SCHEMAS) {
        return Optional.empty();
      }
      SchemaWriter.Target target = written.open.remove();
      definitions.put(written.nameOf(target), written.writer.write(target));
    }
    return Optional.of(
        JsonObject.EMPTY
            .with("$schema", new JsonString("https://json-schema.org/draft/2020-12/schema"))
            .with("not", root)
            .with("$defs", new JsonObject(definitions)));
  }

  /// Adds the names of all members that a value has anywhere.
  static void addMembers(JsonValue value, Set<String> members) {
    Deque<JsonValue> open = new ArrayDeque<>();
    open.push(value);
    while (!open.isEmpty()) {
      JsonValue at = open.pop();
      if (at instanceof JsonObject(Map<String, JsonValue> all)) {
        members.addAll(all.keySet());
        all.values().forEach(open::push);
      } else if (at instanceof JsonArray(var items)) {
        items.forEach(open::push);
      }
    }
  }

  private String nameOf(SchemaWriter.Target target) {
    return names.computeIfAbsent(
        target,
        added -> {
          open.add(added);
          return "s" + names.size();
        });
  }

  @Override
  public String to(SchemaWriter.Target target) {
    return "#/$defs/" + nameOf(target);
  }

  @Override
  public void lost(Place place, String what) {
    // What 2020-12 has no words for is no restriction of values.
  }
}
