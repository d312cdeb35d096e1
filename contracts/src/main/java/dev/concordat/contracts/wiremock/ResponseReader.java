package dev.concordat.contracts.wiremock;

import dev.concordat.contracts.reading.FieldReader;
import dev.concordat.contracts.reading.Reading;
import dev.concordat.contracts.stub.StubBody;
import dev.concordat.contracts.stub.StubResponse;
import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.json.JsonString;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads what a mapping answers.
final class ResponseReader {
  private static final int DEFAULT_STATUS = 200;

  private static final String TEMPLATES = "response-template";

  private static final Set<String> KNOWN =
      Set.of(
          "status",
          "statusMessage",
          "headers",
          "additionalProxyRequestHeaders",
          "removeProxyRequestHeaders",
          "body",
          "jsonBody",
          "base64Body",
          "binaryBody",
          "bodyFileName",
          "proxyBaseUrl",
          "proxyUrlPrefixToRemove",
          "fault",
          "fixedDelayMilliseconds",
          "delayDistribution",
          "chunkedDribbleDelay",
          "transformers",
          "transformerParameters",
          "fromConfiguredStub");

  private final FieldReader fields;

  ResponseReader(FieldReader fields) {
    this.fields = fields;
  }

  StubResponse read(ObjectNode node) {
    fields.expectOnly(node, "a response", KNOWN);
    Optional<Duration> delay =
        fields.integer(node, "fixedDelayMilliseconds").map(Duration::ofMillis);
    Optional<String> fault = fields.text(node, "fault");
    if (fault.isPresent()) {
      return new StubResponse.Broken(fault.get(), delay, node.place());
    }
    Optional<String> proxy = fields.text(node, "proxyBaseUrl");
    if (proxy.isPresent()) {
      return new StubResponse.Proxied(proxy.get(), delay, node.place());
    }
    return new StubResponse.Stated(
        fields.integer(node, "status").orElse(DEFAULT_STATUS),
        headers(node),
        body(node),
        isTemplated(node),
        delay,
        node.place());
  }

  private List<Header> headers(ObjectNode node) {
    var headers = new ArrayList<Header>();
    for (ObjectNode.Member member : fields.members(node, "headers")) {
      for (Node value : values(member.value())) {
        headers.add(new Header(member.name(), text(value)));
      }
    }
    return headers;
  }

  private static List<Node> values(Node node) {
    return node instanceof ArrayNode array ? array.items() : List.of(node);
  }

  private static String text(Node node) {
    return node.toJson() instanceof JsonString(String text) ? text : node.toString();
  }

  private StubBody body(ObjectNode node) {
    Optional<Node> json = node.get("jsonBody");
    if (json.isPresent()) {
      return new StubBody.Inline(Bytes.utf8(json.get().toString()));
    }
    Optional<String> file = fields.text(node, "bodyFileName");
    if (file.isPresent()) {
      return new StubBody.InFile(file.get());
    }
    if (Reading.member(node, "base64Body").isPresent()) {
      return fields
          .base64(node, "base64Body")
          .<StubBody>map(StubBody.Inline::new)
          .orElseGet(StubBody.None::new);
    }
    return fields
        .text(node, "body")
        .<StubBody>map(body -> new StubBody.Inline(Bytes.utf8(body)))
        .orElseGet(StubBody.None::new);
  }

  /// A stub says so itself, or its text shows it: servers may be started with templates on for all stubs.
  private boolean isTemplated(ObjectNode node) {
    boolean isStated =
        fields.items(node, "transformers").stream().anyMatch(name -> text(name).equals(TEMPLATES));
    return isStated || node.toString().contains("{{");
  }
}
