package dev.concordat.contracts.har;

import dev.concordat.contracts.http.Percent;
import dev.concordat.contracts.reading.FieldReader;
import dev.concordat.contracts.reading.Reading;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.contracts.tree.ScalarNode;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.json.JsonNumber;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads the entries of an archive.
final class EntryReader {
  private static final Set<String> ENTRY =
      Set.of(
          "pageref",
          "startedDateTime",
          "time",
          "request",
          "response",
          "cache",
          "timings",
          "serverIPAddress",
          "connection",
          "comment");

  private static final Set<String> REQUEST =
      Set.of(
          "method",
          "url",
          "httpVersion",
          "cookies",
          "headers",
          "queryString",
          "postData",
          "headersSize",
          "bodySize",
          "comment");

  private static final Set<String> RESPONSE =
      Set.of(
          "status",
          "statusText",
          "httpVersion",
          "cookies",
          "headers",
          "content",
          "redirectURL",
          "headersSize",
          "bodySize",
          "comment");

  private static final Set<String> CONTENT =
      Set.of("size", "compression", "mimeType", "text", "encoding", "comment");

  private static final Set<String> POST_DATA =
      Set.of("mimeType", "params", "text", "encoding", "comment");

  /// Longest time that is believed.
  private static final BigDecimal MAX_MILLIS = BigDecimal.valueOf(Duration.ofDays(365).toMillis());

  private static final Optional<String> NO_RESPONSE = Optional.of("no response");

  private final FieldReader fields;

  EntryReader(FieldReader fields) {
    this.fields = fields;
  }

  /// The entry; nothing where its request has no method or no address.
  Optional<Entry> read(ObjectNode node) {
    fields.expectOnly(node, "an entry", ENTRY);
    Optional<ObjectNode> request = fields.object(node, "request");
    Optional<String> method = request.flatMap(found -> fields.text(found, "method"));
    Optional<String> url = request.flatMap(found -> fields.text(found, "url"));
    if (request.isEmpty() || method.isEmpty() || url.isEmpty()) {
      fields.error(
          "bad-entry",
          request.map(ObjectNode::place).orElse(node.place()),
          "the entry has no request with a method and a url",
          "record it again, or remove the entry");
      return Optional.empty();
    }
    OwnFields own = OwnFields.read(fields, node);
    HarUrl address = HarUrl.parse(url.get());
    Optional<ObjectNode> response = fields.object(node, "response");
    Optional<HttpResponseMessage> answer = response.flatMap(found -> response(found, own));
    return Optional.of(
        new Entry(
            address,
            startedAt(node),
            duration(node),
            request(request.get(), method.get(), address, own),
            answer,
            failure(node, response).or(() -> answer.isPresent() ? Optional.empty() : NO_RESPONSE),
            own,
            fields.text(node, "comment").orElse(""),
            node.place(),
            request.get().place(),
            response.map(ObjectNode::place).orElse(node.place())));
  }

  private HttpRequestMessage request(ObjectNode node, String method, HarUrl url, OwnFields own) {
    fields.expectOnly(node, "a request", REQUEST);
    return new HttpRequestMessage(
        method.toUpperCase(Locale.ROOT),
        own.target().orElse(url.target()),
        headers(node),
        own.requestBody().orElseGet(() -> requestBody(node)));
  }

  /// Browsers write the status 0 where there was no response.
  private Optional<HttpResponseMessage> response(ObjectNode node, OwnFields own) {
    fields.expectOnly(node, "a response", RESPONSE);
    int status = fields.integer(node, "status").orElse(0);
    return status <= 0
        ? Optional.empty()
        : Optional.of(
            new HttpResponseMessage(
                status, headers(node), own.responseBody().orElseGet(() -> responseBody(node))));
  }

  private Optional<String> failure(ObjectNode node, Optional<ObjectNode> response) {
    return response
        .flatMap(found -> fields.text(found, "_error"))
        .or(() -> fields.text(node, "_error"))
        .filter(text -> !text.isBlank());
  }

  /// HTTP/2's pseudo headers say what the request line says already.
  private List<Header> headers(ObjectNode node) {
    return fields.objects(node, "headers", "a header").stream()
        .map(
            header ->
                new Header(
                    fields.text(header, "name").orElse(""),
                    fields.text(header, "value").orElse("")))
        .filter(header -> !header.name().isEmpty() && !header.name().startsWith(":"))
        .toList();
  }

  private Bytes requestBody(ObjectNode request) {
    Optional<ObjectNode> data = fields.object(request, "postData");
    if (data.isEmpty()) {
      return Bytes.EMPTY;
    }
    fields.expectOnly(data.get(), "postData", POST_DATA);
    Optional<Bytes> text = body(data.get());
    return text.filter(bytes -> bytes.size() > 0).orElseGet(() -> form(data.get()));
  }

  private Bytes form(ObjectNode data) {
    return Bytes.utf8(
        fields.objects(data, "params", "a parameter").stream()
            .map(
                param ->
                    Percent.encode(fields.text(param, "name").orElse(""))
                        + "="
                        + Percent.encode(fields.text(param, "value").orElse("")))
            .collect(Collectors.joining("&")));
  }

  private Bytes responseBody(ObjectNode response) {
    Optional<ObjectNode> content = fields.object(response, "content");
    content.ifPresent(found -> fields.expectOnly(found, "content", CONTENT));
    return content.flatMap(this::body).orElse(Bytes.EMPTY);
  }

  private Optional<Bytes> body(ObjectNode holder) {
    String encoding = fields.text(holder, "encoding").orElse("");
    if (encoding.isEmpty()) {
      return fields.text(holder, "text").map(Bytes::utf8);
    }
    if (encoding.equalsIgnoreCase("base64")) {
      return fields.base64(holder, "text");
    }
    fields.error(
        "unknown-encoding",
        holder.get("encoding").orElse(holder).place(),
        "the encoding \"" + encoding + "\" is not known",
        "use \"base64\", or none for text");
    return Optional.empty();
  }

  private Instant startedAt(ObjectNode node) {
    Optional<String> text = fields.text(node, "startedDateTime");
    try {
      return text.map(OffsetDateTime::parse).map(OffsetDateTime::toInstant).orElse(Instant.EPOCH);
    } catch (DateTimeException e) {
      node.get("startedDateTime")
          .ifPresent(
              wrong ->
                  fields.mismatch("startedDateTime", wrong, "a time such as 2026-01-06T09:30:00Z"));
      return Instant.EPOCH;
    }
  }

  /// Milliseconds, with a fraction; -1 where it is not known.
  private static Duration duration(ObjectNode node) {
    return Reading.member(node, "time")
        .filter(ScalarNode.class::isInstance)
        .map(time -> ((ScalarNode) time).value())
        .filter(value -> value instanceof JsonNumber number && number.isTame())
        .map(value -> ((JsonNumber) value).decimal())
        .filter(millis -> millis.signum() > 0 && millis.compareTo(MAX_MILLIS) < 0)
        .map(millis -> Duration.ofNanos(millis.movePointRight(6).longValue()))
        .orElse(Duration.ZERO);
  }
}
