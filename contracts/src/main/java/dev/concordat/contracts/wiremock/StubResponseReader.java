package dev.concordat.contracts.wiremock;

import static dev.concordat.contracts.wiremock.StubReader.number;
import static dev.concordat.contracts.wiremock.StubReader.object;
import static dev.concordat.contracts.wiremock.StubReader.text;

import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.problem.Problem;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// Reads what a stub answers.
final class StubResponseReader {
  private static final int DEFAULT_STATUS = 200;

  private final List<Problem> problems;

  StubResponseReader(List<Problem> problems) {
    this.problems = problems;
  }

  StubResponse read(ObjectNode node) {
    return new StubResponse(
        number(node, "status", DEFAULT_STATUS),
        headers(node),
        body(node),
        isTemplated(node),
        node.has("proxyBaseUrl"),
        text(node, "fault").orElse(""),
        node.place());
  }

  private static List<Header> headers(ObjectNode node) {
    var headers = new ArrayList<Header>();
    object(node, "headers")
        .ifPresent(
            all -> {
              for (ObjectNode.Member member : all.members()) {
                for (Node value : values(member.value())) {
                  headers.add(new Header(member.name(), shown(value.toJson())));
                }
              }
            });
    return headers;
  }

  private static List<Node> values(Node node) {
    return node instanceof ArrayNode array ? array.items() : List.of(node);
  }

  private static String shown(JsonValue value) {
    return value instanceof JsonString(String text) ? text : value.toString();
  }

  private StubBody body(ObjectNode node) {
    Optional<Node> json = node.get("jsonBody");
    if (json.isPresent()) {
      return new StubBody.Inline(Bytes.utf8(json.get().toJson().toString()));
    }
    Optional<String> file = text(node, "bodyFileName");
    if (file.isPresent()) {
      return new StubBody.InFile(file.get());
    }
    Optional<String> base64 = text(node, "base64Body");
    if (base64.isPresent()) {
      return base64(node, base64.get());
    }
    return text(node, "body")
        .<StubBody>map(body -> new StubBody.Inline(Bytes.utf8(body)))
        .orElseGet(StubBody.None::new);
  }

  private StubBody base64(ObjectNode node, String text) {
    try {
      return new StubBody.Inline(Bytes.of(Base64.getDecoder().decode(text)));
    } catch (IllegalArgumentException e) {
      problems.add(
          Problem.error(
              "stub/bad-body",
              node.get("base64Body").orElse(node).place(),
              "the base64Body is not Base64",
              "encode the body, or use \"body\" for text"));
      return new StubBody.None();
    }
  }

  /// A stub says so itself, or its text shows it: servers may be started with templates on for all stubs.
  private static boolean isTemplated(ObjectNode node) {
    boolean isStated =
        node.get("transformers").orElse(node) instanceof ArrayNode transformers
            && transformers.items().stream()
                .anyMatch(name -> shown(name.toJson()).equals("response-template"));
    return isStated || node.toJson().toString().contains("{{");
  }
}
