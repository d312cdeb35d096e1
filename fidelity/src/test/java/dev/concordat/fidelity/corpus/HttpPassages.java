package dev.concordat.fidelity.corpus;

import static dev.concordat.fidelity.corpus.Passage.get;
import static dev.concordat.fidelity.corpus.Passage.in;
import static dev.concordat.fidelity.corpus.Passage.ok;
import static dev.concordat.fidelity.corpus.Passage.replaced;
import static dev.concordat.fidelity.corpus.Passage.request;
import static dev.concordat.fidelity.corpus.Passage.response;
import static dev.concordat.fidelity.corpus.Passage.to;
import static dev.concordat.fidelity.corpus.Passage.with;
import static dev.concordat.fidelity.corpus.Passage.without;

import dev.concordat.fidelity.change.Alteration;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;

/// What gateways do to HTTP itself.
final class HttpPassages {
  private static final Header KEY = new Header("Idempotency-Key", "k-17");
  private static final String TEXT = "{\"name\":\"Zoë\"}";

  static final List<Passage> REQUESTS =
      List.of(
          lossy(
              "a header dropped",
              get("/orders", KEY),
              message -> without(message, KEY.name()),
              Alteration.DROPPED,
              "idempotency-key"),
          lossy(
              "a trace dropped",
              get(
                  "/orders",
                  new Header(
                      "traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")),
              message -> without(message, "traceparent"),
              Alteration.DROPPED,
              "traceparent"),
          lossy(
              "a header with an underscore dropped",
              get("/orders", new Header("tenant_id", "t1")),
              message -> without(message, "tenant_id"),
              Alteration.DROPPED,
              "tenant_id"),
          lossy(
              "a slash decoded",
              get("/files/a%2Fb"),
              message -> to(message, "/files/a/b"),
              Alteration.TARGET_CHANGED,
              ""),
          lossy(
              "slashes merged",
              get("/files//b"),
              message -> to(message, "/files/b"),
              Alteration.TARGET_CHANGED,
              ""),
          lossy(
              "dots resolved",
              get("/files/x/../b"),
              message -> to(message, "/files/b"),
              Alteration.TARGET_CHANGED,
              ""),
          lossy(
              "a plus sign in the query",
              get("/find?phone=%2B49"),
              message -> to(message, "/find?phone=+49"),
              Alteration.UNESCAPED,
              "phone"),
          lossy(
              "one of two parameters",
              get("/find?tag=a&tag=b"),
              message -> to(message, "/find?tag=b"),
              Alteration.DROPPED,
              "tag"),
          lossy(
              "an empty parameter",
              get("/find?q=&a=1"),
              message -> to(message, "/find?a=1"),
              Alteration.DROPPED,
              "q"),
          lossy(
              "parameters in another order",
              get("/find?sort=a&sort=b"),
              message -> to(message, "/find?sort=b&sort=a"),
              Alteration.REORDERED,
              "sort"),
          lossy(
              "another method",
              new HttpRequestMessage("POST", "/orders", Passage.JSON, Bytes.utf8("{\"a\":1}")),
              message ->
                  new HttpRequestMessage(
                      "PUT", message.target(), message.headers(), message.body()),
              Alteration.METHOD_CHANGED,
              ""),
          lossy(
              "another media type",
              new HttpRequestMessage("POST", "/orders", Passage.JSON, Bytes.utf8("{\"a\":1}")),
              message ->
                  new HttpRequestMessage(
                      "POST",
                      message.target(),
                      List.of(new Header("Content-Type", "text/plain")),
                      message.body()),
              Alteration.MEDIA_TYPE_CHANGED,
              "content-type"));

  static final List<Passage> RESPONSES =
      List.of(
          damaged(
              "another status",
              new HttpResponseMessage(404, Passage.JSON, Bytes.utf8("{}")),
              answer -> new HttpResponseMessage(200, answer.headers(), answer.body()),
              Alteration.STATUS_CHANGED,
              ""),
          damaged(
              "cookies joined",
              ok("{}", new Header("Set-Cookie", "a=1"), new Header("Set-Cookie", "b=2")),
              answer -> replaced(answer, "Set-Cookie", "a=1, b=2"),
              Alteration.HEADER_JOINED,
              "set-cookie"),
          damaged(
              "a second cookie lost",
              ok("{}", new Header("Set-Cookie", "a=1"), new Header("Set-Cookie", "b=2")),
              answer -> replaced(answer, "Set-Cookie", "a=1"),
              Alteration.DROPPED,
              "set-cookie"),
          damaged(
              "an ETag dropped",
              ok("{}", new Header("ETag", "\"v1\"")),
              answer -> replaced(answer, "ETag"),
              Alteration.DROPPED,
              "etag"),
          damaged(
              "caching turned on",
              ok("{}", new Header("Cache-Control", "no-store")),
              answer -> replaced(answer, "Cache-Control", "max-age=60"),
              Alteration.VALUE_CHANGED,
              "cache-control"),
          damaged(
              "a charset lost",
              new HttpResponseMessage(
                  200,
                  List.of(new Header("Content-Type", "text/plain; charset=utf-8")),
                  Bytes.utf8("Zoë")),
              answer -> replaced(answer, "Content-Type", "text/plain"),
              Alteration.CHARSET_LOST,
              "content-type"),
          damaged(
              "Latin-1 under UTF-8",
              ok(TEXT),
              answer -> with(answer, in(StandardCharsets.ISO_8859_1, TEXT)),
              Alteration.MISDECODED,
              ""),
          damaged(
              "packed without saying so",
              ok(TEXT),
              answer -> with(answer, packed(TEXT)),
              Alteration.CODING_BROKEN,
              ""),
          damaged(
              "unpacked without saying so",
              replaced(with(ok(TEXT), packed(TEXT)), "Content-Encoding", "gzip"),
              answer -> with(answer, Bytes.utf8(TEXT)),
              Alteration.CODING_BROKEN,
              ""),
          damaged(
              "a picture cut",
              new HttpResponseMessage(
                  200, List.of(new Header("Content-Type", "image/png")), Bytes.utf8("0123456789")),
              answer -> with(answer, Bytes.utf8("01234")),
              Alteration.BODY_CUT,
              ""));

  static final List<Passage> HARMLESS =
      List.of(
          request(
              "names of headers in lower case",
              get("/orders", KEY),
              message ->
                  new HttpRequestMessage(
                      "GET",
                      message.target(),
                      List.of(new Header("idempotency-key", "k-17")),
                      message.body()),
              Optional.empty(),
              ""),
          request(
              "a header of the gateway",
              get("/orders", KEY),
              message ->
                  new HttpRequestMessage(
                      "GET",
                      message.target(),
                      List.of(
                          KEY,
                          new Header("Via", "1.1 gw"),
                          new Header("X-Forwarded-For", "127.0.0.1")),
                      message.body()),
              Optional.empty(),
              ""),
          request(
              "unreserved characters decoded",
              get("/files/%7Ezoe?q=%7E"),
              message -> to(message, "/files/~zoe?q=~"),
              Optional.empty(),
              ""),
          response(
              "unpacked, and said so",
              replaced(with(ok(TEXT), packed(TEXT)), "Content-Encoding", "gzip"),
              answer -> replaced(with(answer, Bytes.utf8(TEXT)), "Content-Encoding"),
              Optional.empty(),
              ""),
          response(
              "lists of a header joined",
              ok("{}", new Header("Vary", "Accept"), new Header("Vary", "Origin")),
              answer -> replaced(answer, "Vary", "Accept, Origin"),
              Optional.empty(),
              ""));

  private HttpPassages() {}

  private static Passage lossy(
      String name,
      HttpRequestMessage sent,
      UnaryOperator<HttpRequestMessage> gateway,
      Alteration expected,
      String at) {
    return request(name, sent, gateway, Optional.of(expected), at);
  }

  private static Passage damaged(
      String name,
      HttpResponseMessage sent,
      UnaryOperator<HttpResponseMessage> gateway,
      Alteration expected,
      String at) {
    return response(name, sent, gateway, Optional.of(expected), at);
  }

  private static Bytes packed(String text) {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Bytes.of(bytes.toByteArray());
  }
}
