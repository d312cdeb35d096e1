package dev.concordat.contracts.mockserver;

import dev.concordat.contracts.ContractKind;
import dev.concordat.contracts.reading.FieldReader;
import dev.concordat.contracts.stub.Stub;
import dev.concordat.contracts.stub.StubContract;
import dev.concordat.contracts.stub.StubResponse;
import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Document;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Reads MockServer's expectations (mock-server.com, "Creating expectations", as in its initialization files): one, or a
/// list.
public final class MockServerReader {
  private static final String PREFIX = "http";

  private static final Set<String> OTHER_MEMBERS =
      Set.of("id", "priority", "percentage", "httpRequest", "times", "timeToLive");

  private final FieldReader fields;
  private final RequestReader requests;
  private final ActionReader actions;

  private MockServerReader(FieldReader fields) {
    this.fields = fields;
    this.requests = new RequestReader(fields);
    this.actions = new ActionReader(fields);
  }

  /// Whether a document holds expectations.
  public static boolean recognises(Node root) {
    return root instanceof ArrayNode array
        ? array.items().stream().anyMatch(MockServerReader::isExpectation)
        : isExpectation(root);
  }

  private static boolean isExpectation(Node node) {
    return node instanceof ObjectNode object
        && object.has("httpRequest")
        && object.members().stream()
            .anyMatch(one -> one.name().startsWith(PREFIX) && !one.name().equals("httpRequest"));
  }

  /// The stubs in a document.
  public static StubContract read(Document document) {
    var fields = new FieldReader("stub", document.problems());
    var reader = new MockServerReader(fields);
    List<Node> nodes =
        document.root() instanceof ArrayNode array ? array.items() : List.of(document.root());
    List<Stub> stubs = nodes.stream().flatMap(node -> reader.stub(node).stream()).toList();
    String file = document.file();
    return new StubContract(ContractKind.MOCKSERVER, file, file, "", stubs, fields.problems());
  }

  private Optional<Stub> stub(Node node) {
    Optional<ObjectNode> object = fields.object(node, "an expectation");
    Optional<ObjectNode> request = object.flatMap(found -> fields.object(found, "httpRequest"));
    if (object.isEmpty()) {
      return Optional.empty();
    }
    ObjectNode expectation = object.get();
    checkMembers(expectation);
    List<StubResponse> responses = actions.read(expectation);
    if (request.isEmpty() || responses.isEmpty()) {
      fields.error(
          "bad-mapping",
          node.place(),
          "the expectation has no httpRequest, or no action that is known",
          "write {\"httpRequest\": {…}, \"httpResponse\": {…}}");
      return Optional.empty();
    }
    return Optional.of(
        new Stub(
            fields.text(expectation, "id").orElse(""),
            "",
            requests.read(request.get()),
            responses,
            priority(expectation),
            List.of(),
            expectation.place()));
  }

  /// MockServer asks the highest first, and gives 0 where none is stated.
  private int priority(ObjectNode expectation) {
    int given = fields.integer(expectation, "priority").orElse(0);
    return Math.clamp((long) Stub.DEFAULT_PRIORITY - given, Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  private void checkMembers(ObjectNode expectation) {
    var known = new TreeSet<>(OTHER_MEMBERS);
    known.addAll(ActionReader.ACTIONS);
    fields.expectOnly(expectation, "an expectation", known);
  }
}
