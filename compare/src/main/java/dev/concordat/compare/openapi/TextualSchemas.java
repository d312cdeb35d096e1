package dev.concordat.compare.openapi;

import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.schema.SchemaWriter;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.place.Place;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Schemas of values that travel as text: in paths, queries, headers, cookies and forms a number and a flag are texts like
/// any other, so whoever takes texts takes them too.
final class TextualSchemas implements SchemaWriter.References {
  /// Most schemas of one document.
  private static final int MAX_SCHEMAS = 500;

  private final Map<SchemaWriter.Target, String> names = new HashMap<>();
  private final Deque<SchemaWriter.Target> open = new ArrayDeque<>();
  private final SchemaWriter writer = new SchemaWriter(this);

  private TextualSchemas() {}

  /// What a receiver takes, read from text. Where the schema is too intricate it takes no more than it says.
  ///
  /// @return nothing where the schema is too big
  static Optional<Schema> taken(Schema receiver) {
    return written(receiver, TextualSchema::widened, List.of());
  }

  /// What a sender can write.
  ///
  /// @param writable what can be written at all
  /// @return nothing where the schema is too big
  static Optional<Schema> sendable(Schema sender, Schema writable) {
    return written(sender, UnaryOperator.identity(), List.of(writable.node().toJson()));
  }

  private static Optional<Schema> written(
      Schema schema, UnaryOperator<JsonValue> changed, List<JsonValue> more) {
    var written = new TextualSchemas();
    var parts = new ArrayList<JsonValue>();
    parts.add(changed.apply(written.writer.write(schema)));
    parts.addAll(more);
    Map<String, JsonValue> definitions = new LinkedHashMap<>();
    while (!written.open.isEmpty()) {
      if (written.names.size() > MAX_SCHEMAS) {
        return Optional.empty();
      }
      SchemaWriter.Target target = written.open.remove();
      String name = written.names.getOrDefault(target, "");
      definitions.put(name, changed.apply(written.writer.write(target)));
    }
    return Optional.of(
        MadeSchemas.of(
            JsonObject.EMPTY
                .with("allOf", new JsonArray(parts))
                .with("$defs", new JsonObject(definitions))));
  }

  @Override
  public String to(SchemaWriter.Target target) {
    String known = names.get(target);
    if (known == null) {
      known = "s" + names.size();
      names.put(target, known);
      open.add(target);
    }
    return "#/$defs/" + known;
  }

  @Override
  public void lost(Place place, String what) {
    // What has no words in 2020-12 is no restriction of values.
  }
}
