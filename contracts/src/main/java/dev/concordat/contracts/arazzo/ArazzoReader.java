package dev.concordat.contracts.arazzo;

import dev.concordat.contracts.reading.FieldReader;
import dev.concordat.contracts.reading.Information;
import dev.concordat.contracts.reading.Reading;
import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Document;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Reads Arazzo documents (spec.openapis.org/arazzo, versions 1.0 and 1.1). Members of 1.1 are read in documents of 1.0 too.
public final class ArazzoReader {
  private static final Set<String> FILE =
      Set.of("arazzo", "info", "sourceDescriptions", "workflows", "components");

  private static final Set<String> SOURCE = Set.of("name", "url", "type");

  private ArazzoReader() {}

  /// Whether a document says that it is an Arazzo document.
  public static boolean recognises(Node root) {
    return root instanceof ObjectNode file && file.has("arazzo");
  }

  /// The workflows in a document.
  public static ArazzoContract read(Document document) {
    var fields = new FieldReader("arazzo", document.problems());
    if (!(document.root() instanceof ObjectNode file)) {
      String name = document.file();
      return new ArazzoContract(
          name, name, "", Optional.empty(), "", List.of(), List.of(), fields.problems());
    }
    fields.expectOnly(file, "an Arazzo document", FILE);
    String specification = fields.text(file, "arazzo").orElse("");
    checkVersion(file, specification, fields);
    var information = Information.of(file, document.file());
    List<Source> sources =
        fields.objects(file, "sourceDescriptions", "a source description").stream()
            .map(source -> source(source, fields))
            .toList();
    required(file, "sourceDescriptions", "the documents whose operations are used", fields);
    required(file, "workflows", "the workflows", fields);
    var reader = new WorkflowReader(fields, new Components(file, fields));
    List<Workflow> workflows =
        fields.objects(file, "workflows", "a workflow").stream().map(reader::read).toList();
    new ReferenceCheck(fields, sources, workflows).check();
    return new ArazzoContract(
        document.file(),
        information.title(),
        information.version(),
        information.owner(),
        specification,
        sources,
        workflows,
        fields.problems());
  }

  private static void checkVersion(ObjectNode file, String version, FieldReader fields) {
    if (!version.matches("1\\.[01](\\.[0-9A-Za-z.-]+)?")) {
      fields.warning(
          "unknown-version",
          file.get("arazzo").orElse(file).place(),
          "the document is of Arazzo \"" + version + "\"; 1.0 and 1.1 are known",
          "what these have is read; check the rest");
    }
  }

  private static void required(ObjectNode file, String member, String what, FieldReader fields) {
    boolean isThere =
        Reading.member(file, member).orElse(null) instanceof ArrayNode list
            && !list.items().isEmpty();
    if (!isThere) {
      fields.error(
          "missing-member",
          file.get(member).orElse(file).place(),
          "the document has no " + member,
          "list " + what + " under " + member);
    }
  }

  private static Source source(ObjectNode node, FieldReader fields) {
    fields.expectOnly(node, "a source description", SOURCE);
    return new Source(
        Required.text(fields, node, "name", "the source description"),
        Required.text(fields, node, "url", "the source description"),
        type(node, fields),
        node.place());
  }

  private static Source.Type type(ObjectNode node, FieldReader fields) {
    String text = fields.text(node, "type").orElse("any");
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "openapi" -> Source.Type.OPENAPI;
      case "asyncapi" -> Source.Type.ASYNCAPI;
      case "arazzo" -> Source.Type.ARAZZO;
      case "any" -> Source.Type.ANY;
      default -> {
        Node wrong = node.get("type").orElse(node);
        fields.mismatch("type", wrong, "one of openapi, asyncapi and arazzo");
        yield Source.Type.ANY;
      }
    };
  }
}
