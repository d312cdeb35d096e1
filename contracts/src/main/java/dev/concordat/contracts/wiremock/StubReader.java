package dev.concordat.contracts.wiremock;

import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Document;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.contracts.tree.ScalarNode;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads WireMock mappings: a file with one stub, or with a list of them under `mappings`.
public final class StubReader {
  private final List<Problem> problems = new ArrayList<>();

  private StubReader(List<Problem> already) {
    problems.addAll(already);
  }

  /// Whether a document is a file of mappings.
  public static boolean recognises(Node root) {
    Optional<ArrayNode> mappings = mappings(root);
    return mappings.isPresent()
        ? mappings.get().items().isEmpty()
            || mappings.get().items().stream().anyMatch(StubReader::isStub)
        : isStub(root);
  }

  private static boolean isStub(Node node) {
    boolean hasRequest =
        object(node, "request")
            .filter(request -> hasUrl(request) || request.has("method"))
            .isPresent();
    return hasRequest && object(node, "response").isPresent();
  }

  private static boolean hasUrl(ObjectNode request) {
    return url(request).kind() != UrlPattern.Kind.ANY;
  }

  private static Optional<ArrayNode> mappings(Node root) {
    return root instanceof ObjectNode object
        ? object.get("mappings").filter(ArrayNode.class::isInstance).map(ArrayNode.class::cast)
        : Optional.empty();
  }

  /// The stubs in a document.
  public static StubContract read(Document document) {
    var reader = new StubReader(document.problems());
    Node root = document.root();
    List<Stub> stubs =
        mappings(root)
            .map(all -> all.items().stream().flatMap(node -> reader.stub(node).stream()).toList())
            .orElseGet(() -> reader.stub(root).stream().toList());
    return new StubContract(document.file(), stubs, reader.problems);
  }

  private Optional<Stub> stub(Node node) {
    if (!(node instanceof ObjectNode mapping) || !isStub(node)) {
      problems.add(
          Problem.error(
              "stub/bad-mapping",
              node.place(),
              "the mapping has no request with a method or a url, or no response",
              "write {\"request\": {\"method\": …, \"urlPath\": …}, \"response\": {…}}"));
      return Optional.empty();
    }
    return Optional.of(
        new Stub(
            text(mapping, "id").or(() -> text(mapping, "uuid")).orElse(""),
            text(mapping, "name").orElse(""),
            request(object(mapping, "request").orElse(mapping)),
            new StubResponseReader(problems).read(object(mapping, "response").orElse(mapping)),
            number(mapping, "priority", Stub.DEFAULT_PRIORITY),
            scenario(mapping),
            mapping.place()));
  }

  private static Optional<Stub.Scenario> scenario(ObjectNode mapping) {
    return text(mapping, "scenarioName")
        .map(
            name ->
                new Stub.Scenario(
                    name,
                    text(mapping, "requiredScenarioState"),
                    text(mapping, "newScenarioState")));
  }

  private StubRequest request(ObjectNode node) {
    return new StubRequest(
        text(node, "method").orElse(StubRequest.ANY_METHOD).toUpperCase(Locale.ROOT),
        url(node),
        named(node, "queryParameters"),
        named(node, "headers"),
        named(node, "cookies"),
        bodyPatterns(node),
        node.place());
  }

  private static UrlPattern url(ObjectNode request) {
    for (UrlPattern.Kind kind : UrlPattern.Kind.values()) {
      Optional<String> value = text(request, kind.field());
      if (value.isPresent() && kind != UrlPattern.Kind.ANY) {
        return new UrlPattern(kind, value.get());
      }
    }
    return UrlPattern.ANY;
  }

  private List<NamedPattern> named(ObjectNode request, String member) {
    var patterns = new ArrayList<NamedPattern>();
    object(request, member)
        .ifPresent(
            all ->
                all.members()
                    .forEach(
                        one ->
                            pattern(one.value())
                                .ifPresent(
                                    pattern ->
                                        patterns.add(new NamedPattern(one.name(), pattern)))));
    return patterns;
  }

  private List<ValuePattern> bodyPatterns(ObjectNode request) {
    return request.get("bodyPatterns").orElse(request) instanceof ArrayNode array
        ? array.items().stream().flatMap(node -> pattern(node).stream()).toList()
        : List.of();
  }

  private Optional<ValuePattern> pattern(Node node) {
    if (!(node instanceof ObjectNode pattern)) {
      problems.add(
          Problem.error(
              "stub/bad-pattern",
              node.place(),
              "a pattern is an object, this is " + node,
              "write {\"equalTo\": " + node + "}"));
      return Optional.empty();
    }
    for (ObjectNode.Member member : pattern.members()) {
      if (Operators.isOperator(member.name())) {
        return Optional.of(
            new ValuePattern(
                member.name(), member.value().toJson(), pattern.toJson(), member.place()));
      }
    }
    problems.add(
        Problem.warning(
            "stub/unknown-operator",
            node.place(),
            "the pattern " + pattern + " has no operator that is known",
            "operators are " + Operators.names()));
    return Optional.empty();
  }

  static Optional<ObjectNode> object(Node node, String name) {
    return node instanceof ObjectNode object
        ? object.get(name).filter(ObjectNode.class::isInstance).map(ObjectNode.class::cast)
        : Optional.empty();
  }

  static Optional<String> text(ObjectNode node, String name) {
    return node.get(name)
        .filter(ScalarNode.class::isInstance)
        .map(ScalarNode.class::cast)
        .filter(scalar -> !scalar.isNull())
        .map(
            scalar ->
                scalar.value() instanceof JsonString(String text)
                    ? text
                    : scalar.value().toString());
  }

  static int number(ObjectNode node, String name, int otherwise) {
    try {
      return text(node, name).map(Integer::valueOf).orElse(otherwise);
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }
}
