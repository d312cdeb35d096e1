package dev.concordat.contracts.wiremock;

import dev.concordat.contracts.ContractKind;
import dev.concordat.contracts.reading.FieldReader;
import dev.concordat.contracts.reading.Reading;
import dev.concordat.contracts.stub.Stub;
import dev.concordat.contracts.stub.StubContract;
import dev.concordat.contracts.stub.StubRequest;
import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Document;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.model.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads WireMock mappings (wiremock.org, "Stub mapping JSON"): a file with one stub, or with a list of them under
/// `mappings`.
public final class WireMockReader {
  private static final Set<String> FILE = Set.of("mappings", "meta", "importOptions");

  private static final Set<String> MAPPING =
      Set.of(
          "id",
          "uuid",
          "name",
          "request",
          "response",
          "persistent",
          "priority",
          "scenarioName",
          "requiredScenarioState",
          "newScenarioState",
          "postServeActions",
          "serveEventListeners",
          "metadata",
          "insertionIndex");

  private final FieldReader fields;
  private final RequestReader requests;
  private final ResponseReader responses;

  private WireMockReader(FieldReader fields) {
    this.fields = fields;
    this.requests = new RequestReader(fields);
    this.responses = new ResponseReader(fields);
  }

  /// Whether a document is a file of mappings.
  public static boolean recognises(Node root) {
    Optional<ArrayNode> mappings = mappings(root);
    return mappings.isPresent()
        ? mappings.get().items().isEmpty()
            || mappings.get().items().stream().anyMatch(WireMockReader::isStub)
        : isStub(root);
  }

  private static boolean isStub(Node node) {
    return node instanceof ObjectNode mapping
        && mapping.get("request").orElse(null) instanceof ObjectNode request
        && RequestReader.saysMethodOrUrl(request)
        && mapping.get("response").orElse(null) instanceof ObjectNode;
  }

  private static Optional<ArrayNode> mappings(Node root) {
    return root instanceof ObjectNode object
        ? object.get("mappings").filter(ArrayNode.class::isInstance).map(ArrayNode.class::cast)
        : Optional.empty();
  }

  /// The stubs in a document.
  public static StubContract read(Document document) {
    var fields = new FieldReader("stub", document.problems());
    List<Stub> stubs = new WireMockReader(fields).stubs(document.root());
    String file = document.file();
    return new StubContract(ContractKind.WIREMOCK, file, file, "", stubs, fields.problems());
  }

  /// The one stub that a document is. Its request may leave method and address out: then it answers all.
  public static StubContract readOne(Document document) {
    var fields = new FieldReader("stub", document.problems());
    var reader = new WireMockReader(fields);
    List<Stub> stubs = List.of();
    if (document.root() instanceof ObjectNode mapping) {
      stubs = List.of(reader.read(mapping));
    } else {
      fields.error("bad-mapping", document.root().place(), "a mapping is an object", "");
    }
    String file = document.file();
    return new StubContract(ContractKind.WIREMOCK, file, file, "", stubs, fields.problems());
  }

  /// Which requests a document means that holds nothing but the `request` of a mapping.
  public static RequestPattern readRequest(Document document) {
    var fields = new FieldReader("stub", document.problems());
    StubRequest request =
        document.root() instanceof ObjectNode node
            ? new RequestReader(fields).read(node)
            : new StubRequest(List.of(), Optional.empty(), document.root().place());
    return new RequestPattern(request, fields.problems());
  }

  /// A pattern for requests that stands alone, as in verifications.
  public record RequestPattern(StubRequest request, List<Problem> problems) {
    public RequestPattern {
      problems = List.copyOf(problems);
    }
  }

  private List<Stub> stubs(Node root) {
    Optional<ArrayNode> mappings = mappings(root);
    if (mappings.isEmpty()) {
      return stub(root).stream().toList();
    }
    fields.object(root, "the file").ifPresent(file -> fields.expectOnly(file, "the file", FILE));
    return mappings.get().items().stream().flatMap(node -> stub(node).stream()).toList();
  }

  private Optional<Stub> stub(Node node) {
    if (!(node instanceof ObjectNode mapping) || !isStub(node)) {
      fields.error(
          "bad-mapping",
          node.place(),
          "the mapping has no request with a method or a url, or no response",
          "write {\"request\": {\"method\": …, \"urlPath\": …}, \"response\": {…}}");
      return Optional.empty();
    }
    return Optional.of(read(mapping));
  }

  private Stub read(ObjectNode mapping) {
    fields.expectOnly(mapping, "a mapping", MAPPING);
    return new Stub(
        fields.text(mapping, "id").or(() -> fields.text(mapping, "uuid")).orElse(""),
        fields.text(mapping, "name").orElse(""),
        Reading.member(mapping, "request")
            .flatMap(node -> fields.object(node, "request"))
            .map(requests::read)
            .orElseGet(() -> new StubRequest(List.of(), Optional.empty(), mapping.place())),
        fields.object(mapping, "response").map(responses::read).stream().toList(),
        fields.integer(mapping, "priority").orElse(Stub.DEFAULT_PRIORITY),
        scenario(mapping),
        mapping.place());
  }

  private List<Stub.Scenario> scenario(ObjectNode mapping) {
    return fields.text(mapping, "scenarioName").stream()
        .map(
            name ->
                new Stub.Scenario(
                    name,
                    Reading.text(mapping, "requiredScenarioState"),
                    Reading.text(mapping, "newScenarioState")))
        .toList();
  }
}
