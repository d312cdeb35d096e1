package dev.concordat.contracts.postman;

import dev.concordat.contracts.reading.FieldReader;
import dev.concordat.contracts.stub.StubBody;
import dev.concordat.contracts.stub.StubResponse;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.model.exchange.Bytes;
import java.util.Optional;
import java.util.Set;

/// Reads a saved response.
final class ResponseReader {
  private static final int DEFAULT_STATUS = 200;

  private static final Set<String> KNOWN =
      Set.of(
          "id",
          "name",
          "originalRequest",
          "responseTime",
          "timings",
          "header",
          "cookie",
          "body",
          "status",
          "code");

  private final FieldReader fields;
  private final HeaderReader headers;

  ResponseReader(FieldReader fields) {
    this.fields = fields;
    this.headers = new HeaderReader(fields);
  }

  /// What is left of `{{…}}` after the collection's variables are filled in, Postman's mock server makes up.
  StubResponse read(ObjectNode node, Variables variables) {
    fields.expectOnly(node, "a response", KNOWN);
    String body = variables.resolve(fields.text(node, "body").orElse(""));
    return new StubResponse.Stated(
        fields.integer(node, "code").orElse(DEFAULT_STATUS),
        headers.read(node, variables),
        body.isEmpty() ? new StubBody.None() : new StubBody.Inline(Bytes.utf8(body)),
        body.contains("{{"),
        Optional.empty(),
        node.place());
  }
}
