package dev.concordat.contracts.mockserver;

import dev.concordat.contracts.http.Percent;
import dev.concordat.contracts.reading.FieldReader;
import dev.concordat.contracts.reading.Reading;
import dev.concordat.contracts.stub.StubBody;
import dev.concordat.contracts.stub.StubResponse;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.Headers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads a response that an expectation states.
final class ResponseReader {
  private static final int DEFAULT_STATUS = 200;

  private static final Set<String> KNOWN =
      Set.of(
          "statusCode",
          "reasonPhrase",
          "headers",
          "trailers",
          "cookies",
          "body",
          "delay",
          "connectionOptions",
          "streamId",
          "generateFromSchema",
          "primary");

  private final FieldReader fields;

  ResponseReader(FieldReader fields) {
    this.fields = fields;
  }

  StubResponse read(ObjectNode node, Optional<Duration> delay) {
    fields.expectOnly(node, "a response", KNOWN);
    Optional<Node> body = Reading.member(node, "body");
    return new StubResponse.Stated(
        fields.integer(node, "statusCode").orElse(DEFAULT_STATUS),
        headers(node, body),
        body.flatMap(this::body).orElseGet(StubBody.None::new),
        false,
        delay,
        node.place());
  }

  /// A body may say its media type itself; a cookie is a header too.
  private List<Header> headers(ObjectNode node, Optional<Node> body) {
    var headers = new ArrayList<Header>();
    node.get("headers")
        .ifPresent(
            found ->
                MultiValues.pairs(fields, found, "headers")
                    .forEach(
                        pair ->
                            pair.values()
                                .forEach(
                                    value ->
                                        headers.add(
                                            new Header(pair.name(), StringReader.shown(value))))));
    node.get("cookies").map(found -> MultiValues.pairs(fields, found, "cookies")).stream()
        .flatMap(List::stream)
        .map(pair -> pair.name() + "=" + joined(pair.values(), ","))
        .forEach(cookie -> headers.add(new Header("Set-Cookie", cookie)));
    boolean saysType = Headers.first(headers, "Content-Type").isPresent();
    if (!saysType) {
      body.filter(found -> BodyReader.kind(found).isPresent())
          .flatMap(found -> fields.text((ObjectNode) found, "contentType"))
          .ifPresent(type -> headers.add(new Header("Content-Type", type)));
    }
    return headers;
  }

  private static String joined(List<Node> values, String separator) {
    return values.stream().map(StringReader::shown).collect(Collectors.joining(separator));
  }

  private Optional<StubBody> body(Node node) {
    Optional<String> kind = BodyReader.kind(node);
    if (kind.isEmpty()) {
      return Optional.of(inline(StringReader.shown(node)));
    }
    ObjectNode body = (ObjectNode) node;
    Node given = body.get(kind.get()).orElse(body);
    return switch (kind.get()) {
      case "base64Bytes" -> fields.base64(body, "base64Bytes").map(StubBody.Inline::new);
      case "filePath" -> Optional.of(new StubBody.InFile(StringReader.shown(given)));
      case "parameters" -> Optional.of(inline(form(given)));
      default -> Optional.of(inline(StringReader.shown(given)));
    };
  }

  private static StubBody inline(String text) {
    return text.isEmpty() ? new StubBody.None() : new StubBody.Inline(Bytes.utf8(text));
  }

  private String form(Node parameters) {
    return MultiValues.pairs(fields, parameters, "parameters").stream()
        .flatMap(
            pair ->
                pair.values().stream()
                    .map(
                        value ->
                            Percent.encode(pair.name())
                                + "="
                                + Percent.encode(StringReader.shown(value))))
        .collect(Collectors.joining("&"));
  }
}
