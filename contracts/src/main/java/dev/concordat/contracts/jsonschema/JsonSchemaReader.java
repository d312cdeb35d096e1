package dev.concordat.contracts.jsonschema;

import dev.concordat.contracts.reading.Information;
import dev.concordat.contracts.reading.Reading;
import dev.concordat.contracts.reading.Schemas;
import dev.concordat.contracts.schema.Dialect;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.tree.Document;
import dev.concordat.contracts.tree.Documents;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.model.problem.DidYouMean;
import dev.concordat.model.problem.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Reads JSON Schema documents of draft 4 to 2020-12.
public final class JsonSchemaReader {
  private final Documents documents;

  public JsonSchemaReader(Documents documents) {
    this.documents = documents;
  }

  /// Whether the document is a schema: it names a meta-schema, or its keywords leave no doubt.
  public static boolean recognises(Node root) {
    return Recognition.isSchema(root);
  }

  public JsonSchemaContract read(Document document) {
    var reading = new Reading(documents);
    document.problems().forEach(reading::add);
    ObjectNode root = (ObjectNode) document.root();
    checkDialect(root, reading);
    Schema schema = new Schemas(reading, dialectOf(root)).load(root);
    return new JsonSchemaContract(
        document.file(),
        Reading.text(root, "title").orElse(document.file()),
        Reading.text(root, "version").orElse(""),
        Information.of(root, document.file()).owner(),
        schema,
        reading.problems());
  }

  /// The dialect of a document that does not say its own, by the words that only some of them have.
  private static Dialect dialectOf(ObjectNode root) {
    if (root.has("$defs") || root.has("$dynamicRef") || root.has("prefixItems")) {
      return Dialect.DRAFT_2020_12;
    }
    if (root.has("id") && !root.has("$id")) {
      return Dialect.DRAFT_4;
    }
    return root.has("definitions") ? Dialect.DRAFT_7 : Dialect.DRAFT_2020_12;
  }

  /// A meta-schema of JSON Schema's own that is not read; one of somebody else's is looked up when it is needed.
  private static void checkDialect(ObjectNode root, Reading reading) {
    Optional<Node> node = root.get("$schema");
    String named = Reading.text(root, "$schema").orElse("");
    if (node.isPresent() && Recognition.isMetaschema(named) && Dialect.named(named).isEmpty()) {
      List<String> known =
          Arrays.stream(Dialect.values())
              .map(Dialect::uri)
              .filter(uri -> uri.contains("json-schema.org"))
              .toList();
      reading.add(
          Problem.warning(
              "contract/unknown-dialect",
              node.get().place(),
              "the draft '" + named + "' is not read; the schema is taken for another one",
              DidYouMean.fix(known, named, "write '" + Dialect.DRAFT_2020_12.uri() + "'")));
    }
  }
}
