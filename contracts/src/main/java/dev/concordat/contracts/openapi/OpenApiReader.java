package dev.concordat.contracts.openapi;

import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.reading.Information;
import dev.concordat.contracts.reading.Reading;
import dev.concordat.contracts.reading.Shown;
import dev.concordat.contracts.schema.Dialect;
import dev.concordat.contracts.tree.Document;
import dev.concordat.contracts.tree.Documents;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.contracts.tree.ScalarNode;
import dev.concordat.model.place.Place;
import dev.concordat.model.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads Swagger 2.0 and OpenAPI 3.0, 3.1 and 3.2 documents into the same contract. A sentence that cannot be read is a problem of the contract; everything else
/// is used.
public final class OpenApiReader {
  private final Documents documents;

  public OpenApiReader(Documents documents) {
    this.documents = documents;
  }

  /// Whether the document says that it is one of OpenAPI's.
  public static boolean recognises(Node root) {
    return root instanceof ObjectNode object && (object.has("openapi") || object.has("swagger"));
  }

  public OpenApiContract read(Document document) {
    var reading = new Reading(documents);
    document.problems().forEach(reading::add);
    ObjectNode root = (ObjectNode) document.root();
    boolean isSwagger = !root.has("openapi");
    String specification = Reading.text(root, isSwagger ? "swagger" : "openapi").orElse("");
    Information information = Information.of(root, document.file());
    provideSelf(document, root);
    Operations reader =
        isSwagger
            ? SwaggerParts.operations(reading, root, specification)
            : Operations.modern(reading, root, dialect(reading, root, specification));
    List<HttpOperation> operations = reader.operations();
    List<Webhook> webhooks = reader.webhooks();
    nameDuplicates(reading, reader.all());
    reader.checkLinks();
    return new OpenApiContract(
        document.file(),
        information.title(),
        information.version(),
        specification,
        information.owner(),
        isSwagger
            ? List.of(SwaggerAddress.basePath(reading, root))
            : Servers.basePaths(reading, root),
        operations,
        webhooks,
        reading.problems(),
        root);
  }

  /// References may name the document by what it says of itself (OpenAPI 3.2, `$self`).
  private void provideSelf(Document document, ObjectNode root) {
    Reading.text(root, "$self")
        .map(self -> documents.baseOf(root).resolve(self).toString())
        .ifPresent(uri -> documents.provide(uri, document));
  }

  private static Dialect dialect(Reading reading, ObjectNode root, String specification) {
    if (specification.startsWith("3.0")) {
      return Dialect.OPENAPI_3_0;
    }
    if (!specification.startsWith("3.1") && !specification.startsWith("3.2")) {
      Place place = root.get("openapi").map(Node::place).orElseGet(root::place);
      reading.add(
          Problem.warning(
              "contract/unknown-version",
              place,
              "OpenAPI '" + specification + "' is not a version that is known; it is read as 3.1",
              "write 3.0.x, 3.1.x or 3.2.x"));
    }
    return Reading.member(root, "jsonSchemaDialect")
        .map(node -> namedDialect(reading, node))
        .orElse(Dialect.OPENAPI_3_1);
  }

  /// What schemas are written in that do not say it themselves. OpenAPI adds its words to 2020-12.
  private static Dialect namedDialect(Reading reading, Node node) {
    String name = node instanceof ScalarNode scalar ? scalar.text().orElse("") : "";
    Optional<Dialect> named = Dialect.named(name);
    if (named.isEmpty()) {
      reading.add(
          Problem.warning(
              "contract/unknown-dialect",
              node.place(),
              "the dialect "
                  + Shown.node(node)
                  + " is not known; schemas are read as OpenAPI's own",
              "name a draft of JSON Schema, or leave jsonSchemaDialect out"));
    }
    return named.filter(it -> it != Dialect.DRAFT_2020_12).orElse(Dialect.OPENAPI_3_1);
  }

  private static void nameDuplicates(Reading reading, List<HttpOperation> operations) {
    Map<String, HttpOperation> seen = new HashMap<>();
    for (HttpOperation operation : operations) {
      if (!hasOwnId(operation)) {
        continue;
      }
      Optional<HttpOperation> first =
          Optional.ofNullable(seen.putIfAbsent(operation.id(), operation));
      first.ifPresent(
          earlier ->
              reading.add(
                  Problem.warning(
                      "contract/duplicate-operation-id",
                      operation.place(),
                      String.format(
                          "operationId '%s' stands at %s too",
                          operation.id(), earlier.place().shortForm()),
                      "give every operation an id of its own")));
    }
  }

  /// Without one it is called by its method and path, which several callbacks may share.
  private static boolean hasOwnId(HttpOperation operation) {
    return !operation.id().equals(operation.method() + " " + operation.path().text());
  }

  static List<ObjectNode.Member> members(Optional<Node> node) {
    if (!(node.orElse(null) instanceof ObjectNode object)) {
      return List.of();
    }
    var members = new ArrayList<ObjectNode.Member>(object.members().size());
    for (ObjectNode.Member member : object.members()) {
      if (!member.name().startsWith("x-")) {
        members.add(member);
      }
    }
    return members;
  }
}
