package dev.concordat.contracts.hoverfly;

import dev.concordat.contracts.reading.FieldReader;
import dev.concordat.contracts.stub.StubBody;
import dev.concordat.contracts.stub.StubResponse;
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

/// Reads what a pair answers.
final class ResponseReader {
  private static final int DEFAULT_STATUS = 200;

  private static final Set<String> KNOWN =
      Set.of(
          "status",
          "body",
          "bodyFile",
          "encodedBody",
          "headers",
          "templated",
          "transitionsState",
          "removesState",
          "fixedDelay",
          "logNormalDelay",
          "postServeAction");

  private final FieldReader fields;

  ResponseReader(FieldReader fields) {
    this.fields = fields;
  }

  StubResponse read(ObjectNode node) {
    fields.expectOnly(node, "a response", KNOWN);
    return new StubResponse.Stated(
        fields.integer(node, "status").orElse(DEFAULT_STATUS),
        headers(node),
        body(node),
        fields.flag(node, "templated"),
        fields.integer(node, "fixedDelay").filter(delay -> delay > 0).map(Duration::ofMillis),
        node.place());
  }

  private List<Header> headers(ObjectNode node) {
    var headers = new ArrayList<Header>();
    for (ObjectNode.Member member : fields.members(node, "headers")) {
      for (Node value : MatcherReader.all(member.value())) {
        String text = value.toJson() instanceof JsonString(String given) ? given : value.toString();
        headers.add(new Header(member.name(), text));
      }
    }
    return headers;
  }

  private StubBody body(ObjectNode node) {
    Optional<String> file = fields.text(node, "bodyFile").filter(name -> !name.isEmpty());
    if (file.isPresent()) {
      return new StubBody.InFile(file.get());
    }
    Optional<Bytes> bytes =
        fields.flag(node, "encodedBody")
            ? fields.base64(node, "body")
            : fields.text(node, "body").map(Bytes::utf8);
    return bytes
        .filter(found -> found.size() > 0)
        .<StubBody>map(StubBody.Inline::new)
        .orElseGet(StubBody.None::new);
  }
}
