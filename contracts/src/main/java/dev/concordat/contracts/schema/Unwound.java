package dev.concordat.contracts.schema;

import dev.concordat.contracts.tree.Documents;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.place.Place;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A schema in which what `$dynamicRef` and `$recursiveRef` mean depends on the way to them, written so that it does not:
/// each schema once for every way that makes a difference. It accepts the same values.
public final class Unwound implements SchemaWriter.References {
  /// Most schemas, each counted once for every way.
  private static final int MAX_SCHEMAS = 1_000;

  private final Map<SchemaWriter.Target, String> names = new HashMap<>();
  private final Deque<SchemaWriter.Target> open = new ArrayDeque<>();
  private final SchemaWriter writer = new SchemaWriter(this);

  private Unwound() {}

  /// Gives nothing where it would be too big, or where 2020-12 has no words for what it says
  public static Optional<Schema> of(Schema schema) {
    return new Unwound().document(schema).map(document -> load(document, schema));
  }

  private Optional<JsonObject> document(Schema schema) {
    String root = to(new SchemaWriter.Target(schema, Map.of(), Set.of()));
    Map<String, JsonValue> definitions = new LinkedHashMap<>();
    while (!open.isEmpty()) {
      SchemaWriter.Target target = open.remove();
      if (names.size() > MAX_SCHEMAS || isBeyondWords(target.schema())) {
        return Optional.empty();
      }
      definitions.put(nameOf(target), writer.write(target));
    }
    return Optional.of(
        JsonObject.EMPTY
            .with("$ref", new JsonString(root))
            .with("$defs", new JsonObject(definitions)));
  }

  /// In 2019-09, items that `contains` matched still count as not looked at.
  private static boolean isBeyondWords(Schema schema) {
    if (schema.dialect() != Dialect.DRAFT_2019_09) {
      return false;
    }
    Deque<Node> inside = new ArrayDeque<>(List.of(schema.node()));
    while (!inside.isEmpty()) {
      Node node = inside.pop();
      if (node instanceof ObjectNode object && object.has("unevaluatedItems")) {
        return true;
      }
      inside.addAll(Subschemas.of(node, schema.dialect()));
    }
    return false;
  }

  private static Schema load(JsonObject document, Schema like) {
    var documents = new Documents(Path.of("."));
    Dialect dialect = like.dialect().isOpenApi() ? Dialect.OPENAPI_3_1 : Dialect.DRAFT_2020_12;
    SchemaLoader loader =
        like.loader().assertsFormats()
            ? new SchemaLoader(documents, dialect)
            : SchemaLoader.withFormatsAsAnnotations(documents, dialect);
    byte[] text = document.toString().getBytes(StandardCharsets.UTF_8);
    return loader.load(documents.parse("unwound.json", text).root());
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
    // What has no words in 2020-12 restricts no value.
  }
}
