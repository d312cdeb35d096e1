package dev.concordat.contracts.pact;

import dev.concordat.contracts.pact.content.FormText;
import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.model.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads requests, responses and messages.
final class MessageParts {
  private static final int DEFAULT_STATUS = 200;

  private final PactVersion version;
  private final RulesReader rules;
  private final BodyReader bodies;
  private final Problems problems;

  MessageParts(PactVersion version, RulesReader rules, BodyReader bodies, Problems problems) {
    this.version = version;
    this.rules = rules;
    this.bodies = bodies;
    this.problems = problems;
  }

  ExpectedRequest request(Node node) {
    Map<String, List<String>> headers = headers(node);
    BodyReader.Body body = body(node, headers);
    return new ExpectedRequest(
        Fields.text(node, "method").orElse("GET"),
        Fields.text(node, "path").orElse("/"),
        Fields.text(node, "query").orElse(""),
        query(node),
        headers,
        body.body(),
        body.type(),
        rules.read(node),
        GeneratorReader.read(node),
        node);
  }

  ExpectedResponse response(Node node) {
    Map<String, List<String>> headers = headers(node);
    BodyReader.Body body = body(node, headers);
    return new ExpectedResponse(
        status(node),
        headers,
        body.body(),
        body.type(),
        rules.read(node),
        GeneratorReader.read(node),
        node);
  }

  ExpectedMessage message(Node node) {
    Map<String, JsonValue> metadata = metadata(node);
    Optional<String> contentType = Metadata.contentType(metadata);
    boolean isWrapped = version.isAtLeast(PactVersion.V4);
    BodyReader.Body body =
        isWrapped
            ? bodies.wrapped(Fields.get(node, "contents"), contentType)
            : bodies.plain(Fields.first(node, "contents", "content"), contentType);
    return new ExpectedMessage(
        body.body(), body.type(), metadata, rules.read(node), GeneratorReader.read(node), node);
  }

  private BodyReader.Body body(Node node, Map<String, List<String>> headers) {
    Optional<String> contentType = contentType(headers);
    Optional<Node> body = Fields.get(node, "body");
    return version.isAtLeast(PactVersion.V4)
        ? bodies.wrapped(body, contentType)
        : bodies.plain(body, contentType);
  }

  static Optional<String> contentType(Map<String, List<String>> headers) {
    return headers.entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase("content-type"))
        .flatMap(header -> header.getValue().stream())
        .findFirst();
  }

  private int status(Node node) {
    Optional<Node> status = Fields.get(node, "status");
    Optional<String> text = status.flatMap(Fields::text);
    if (text.isEmpty()) {
      return DEFAULT_STATUS;
    }
    try {
      return Integer.parseInt(text.get());
    } catch (NumberFormatException e) {
      problems.error(
          "pact/bad-status",
          status.get(),
          "'" + text.get() + "' is no HTTP status",
          "write a number such as 200");
      return DEFAULT_STATUS;
    }
  }

  private static Map<String, List<String>> headers(Node node) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    Fields.object(node, "headers")
        .ifPresent(
            all ->
                all.members()
                    .forEach(
                        member ->
                            headers.put(
                                member.name(),
                                HeaderValues.of(member.name(), texts(member.value())))));
    return headers;
  }

  private static Map<String, List<String>> query(Node node) {
    Optional<Node> query = Fields.get(node, "query");
    if (query.isPresent() && query.get() instanceof ObjectNode parameters) {
      Map<String, List<String>> values = new LinkedHashMap<>();
      parameters.members().forEach(member -> values.put(member.name(), texts(member.value())));
      return values;
    }
    return FormText.parse(query.flatMap(Fields::text).orElse(""));
  }

  /// One text, or a list of them; a missing value is the empty text.
  private static List<String> texts(Node node) {
    return node instanceof ArrayNode array
        ? array.items().stream().map(item -> Fields.text(item).orElse("")).toList()
        : List.of(Fields.text(node).orElse(""));
  }

  private static Map<String, JsonValue> metadata(Node node) {
    Map<String, JsonValue> metadata = new LinkedHashMap<>();
    if (Fields.first(node, "metadata", "metaData").orElse(node) instanceof ObjectNode all
        && all != node) {
      all.members().forEach(member -> metadata.put(member.name(), member.value().toJson()));
    }
    return metadata;
  }
}
