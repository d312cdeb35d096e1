package dev.concordat.contracts.avro;

import dev.concordat.contracts.reading.Information;
import dev.concordat.contracts.reading.Reading;
import dev.concordat.contracts.tree.Document;
import dev.concordat.contracts.tree.DocumentReader;
import dev.concordat.contracts.tree.Documents;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.contracts.tree.Reference;
import dev.concordat.contracts.tree.ScalarNode;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.place.Place;
import dev.concordat.model.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Reads Avro schemas and protocols. A sentence that cannot be read is a problem; everything else is used.
public final class AvroReader {
  private AvroReader() {}

  /// Whether the document is a schema or a protocol.
  public static boolean recognises(Node root) {
    return Recognition.isSchema(root) || Recognition.isProtocol(root);
  }

  public static AvroContract read(Document document) {
    return read(document, OtherFiles.NONE);
  }

  /// The same, with types that stand in files beside it which bear their names: `Money.avsc`, `shop.Money.avsc`.
  public static AvroContract read(Document document, Documents others) {
    return read(document, OtherFiles.in(others));
  }

  private static AvroContract read(Document document, OtherFiles others) {
    var reading = new Reading(new Documents(Path.of("")));
    document.problems().forEach(reading::add);
    Findings findings = Findings.of(reading);
    Node root = document.root();
    AvroContract.Content content =
        root instanceof ObjectNode object && Recognition.isProtocol(root)
            ? new AvroContract.Content.OfProtocol(new ProtocolReading(findings).read(object))
            : new AvroContract.Content.OfSchema(SchemaReading.read(root, findings, others));
    return new AvroContract(
        document.file(),
        title(content),
        version(root),
        root instanceof ObjectNode object
            ? Information.of(object, document.file()).owner()
            : Optional.empty(),
        content,
        reading.problems());
  }

  /// A container file is a contract by the schema in its header. Its values are read too, so that a broken one is told.
  public static AvroContract readContainer(String file, byte[] bytes) {
    AvroFile container = AvroFile.read(file, bytes, AvroLimits.defaults());
    AvroSchema schema =
        container
            .schema()
            .orElseGet(
                () ->
                    new AvroSchema(
                        new AvroType.Unreadable(new Sentence(Place.of(file), "")), Map.of()));
    return new AvroContract(
        file,
        container.schema().map(AvroSchema::name).orElse(file),
        "",
        Optional.empty(),
        new AvroContract.Content.OfSchema(schema),
        container.problems());
  }

  private static String title(AvroContract.Content content) {
    return switch (content) {
      case AvroContract.Content.OfSchema(AvroSchema schema) -> schema.name();
      case AvroContract.Content.OfProtocol(AvroProtocol protocol) -> protocol.fullName();
    };
  }

  private static String version(Node root) {
    return root instanceof ObjectNode object ? Reading.text(object, "version").orElse("") : "";
  }

  /// A schema inside another document: written there, as a text there, or where a `$ref` leads. Problems go to the
  /// reading.
  public static Optional<AvroSchema> embedded(Reading reading, Node node) {
    return switch (reading.documents().follow(node)) {
      case Reference.Broken(Problem problem) -> {
        reading.add(problem);
        yield Optional.empty();
      }
      case Reference.Found(Node found) -> Optional.of(found(reading, found));
    };
  }

  private static AvroSchema found(Reading reading, Node node) {
    String text = node instanceof ScalarNode scalar ? scalar.text().orElse("").strip() : "";
    if (!text.startsWith("{") && !text.startsWith("[")) {
      return SchemaReading.read(node, Findings.of(reading));
    }
    Document inner =
        new DocumentReader(Path.of(""))
            .parse(node.place().file(), text.getBytes(StandardCharsets.UTF_8));
    Findings findings = Findings.allAt(reading, node);
    inner.problems().stream()
        .filter(Problem::isError)
        .limit(1)
        .forEach(
            problem ->
                findings.error(
                    "avro-bad-member",
                    node,
                    "the text is no schema: " + problem.message(),
                    problem.fix()));
    return SchemaReading.read(inner.root(), findings);
  }
}
