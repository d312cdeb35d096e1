package dev.concordat.contracts.postman;

import dev.concordat.contracts.ContractKind;
import dev.concordat.contracts.reading.FieldReader;
import dev.concordat.contracts.stub.Stub;
import dev.concordat.contracts.stub.StubContract;
import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Document;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads Postman collections of version 2.1 (schema.getpostman.com): a stub for each saved response, and one without
/// responses for each request that has none.
public final class PostmanReader {
  private static final Set<String> FILE =
      Set.of("info", "item", "event", "variable", "auth", "protocolProfileBehavior");

  private static final Set<String> INFO =
      Set.of("name", "description", "version", "schema", "updatedAt", "createdAt", "uid");

  private PostmanReader() {}

  /// Whether a document is a collection.
  public static boolean recognises(Node root) {
    return root instanceof ObjectNode file
        && file.get("info").orElse(null) instanceof ObjectNode info
        && (info.has("_postman_id")
            || info.get("schema").map(Node::toString).orElse("").contains("postman.com"))
        && file.get("item").orElse(null) instanceof ArrayNode;
  }

  /// The stubs in a document.
  public static StubContract read(Document document) {
    var fields = new FieldReader("stub", document.problems());
    Optional<ObjectNode> file = fields.object(document.root(), "a collection");
    Optional<ObjectNode> info = file.flatMap(found -> fields.object(found, "info"));
    info.ifPresent(found -> checkInfo(found, fields));
    List<Stub> stubs = file.map(found -> stubs(found, fields)).orElse(List.of());
    return new StubContract(
        ContractKind.POSTMAN,
        document.file(),
        info.flatMap(found -> fields.text(found, "name")).orElse(document.file()),
        info.map(found -> version(found, fields)).orElse(""),
        stubs,
        fields.problems());
  }

  private static List<Stub> stubs(ObjectNode file, FieldReader fields) {
    fields.expectOnly(file, "a collection", FILE);
    Variables variables = Variables.NONE.with(file, fields);
    return new ItemReader(fields).all(file, variables, "");
  }

  private static void checkInfo(ObjectNode info, FieldReader fields) {
    fields.expectOnly(info, "info", INFO);
    String schema = fields.text(info, "schema").orElse("");
    if (!schema.contains("v2.1") && !schema.contains("v2.0")) {
      fields.warning(
          "unknown-version",
          info.get("schema").orElse(info).place(),
          "the collection is not of version 2.1 but of the schema \"" + schema + "\"",
          "export it from Postman as a collection v2.1");
    }
  }

  /// A text, or an object with its three numbers.
  private static String version(ObjectNode info, FieldReader fields) {
    if (info.get("version").orElse(null) instanceof ObjectNode version) {
      return String.join(
          ".",
          fields.text(version, "major").orElse("0"),
          fields.text(version, "minor").orElse("0"),
          fields.text(version, "patch").orElse("0"));
    }
    return fields.text(info, "version").orElse("");
  }
}
