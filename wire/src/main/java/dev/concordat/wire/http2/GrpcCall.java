package dev.concordat.wire.http2;

import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Headers;
import dev.concordat.model.exchange.HttpExchange;
import dev.concordat.model.exchange.HttpResponseMessage;
import java.util.Optional;
import java.util.OptionalInt;

/// A call of gRPC, as an exchange on HTTP/2 is one when its request has a content type of `application/grpc`
/// (https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md).
///
/// @param service with its package: `shop.Orders`
/// @param method its name: `List`
/// @param requests how many messages the consumer sent as a whole, among the bytes that were kept
/// @param responses how many messages the provider sent as a whole, among the bytes that were kept
/// @param status what `grpc-status` says, in the trailers or in the head; nothing where it is absent or no number
/// @param message what `grpc-message` says, percent-encoded as on the wire
public record GrpcCall(
    String service,
    String method,
    int requests,
    int responses,
    OptionalInt status,
    Optional<String> message) {
  private static final int PREFIX_BYTES = 5;
  private static final int MAX_DIGITS = 3;

  /// Reads an exchange as a call; nothing when it is none.
  public static Optional<GrpcCall> of(HttpExchange exchange) {
    boolean isGrpc =
        exchange
            .request()
            .header("content-type")
            .filter(it -> it.startsWith("application/grpc"))
            .isPresent();
    String path = exchange.request().path();
    int slash = path.lastIndexOf('/');
    if (!isGrpc || slash <= 0 || !path.startsWith("/")) {
      return Optional.empty();
    }
    Optional<HttpResponseMessage> response = exchange.response();
    return Optional.of(
        new GrpcCall(
            path.substring(1, slash),
            path.substring(slash + 1),
            messages(exchange.request().body()),
            response.map(it -> messages(it.body())).orElse(0),
            number(response.flatMap(it -> field(it, "grpc-status"))),
            response.flatMap(it -> field(it, "grpc-message"))));
  }

  private static Optional<String> field(HttpResponseMessage response, String name) {
    return Headers.first(response.trailers(), name).or(() -> response.header(name));
  }

  private static OptionalInt number(Optional<String> text) {
    boolean isNumber =
        text.filter(it -> it.length() <= MAX_DIGITS && it.matches("[0-9]+")).isPresent();
    return isNumber ? OptionalInt.of(Integer.parseInt(text.get())) : OptionalInt.empty();
  }

  private static int messages(Bytes body) {
    byte[] bytes = body.toArray();
    int count = 0;
    long at = 0;
    while (at + PREFIX_BYTES <= bytes.length) {
      long length = 0;
      for (int i = 1; i < PREFIX_BYTES; i++) {
        length = (length << Byte.SIZE) | (bytes[(int) at + i] & 0xff);
      }
      at += PREFIX_BYTES + length;
      count += at <= bytes.length ? 1 : 0;
    }
    return count;
  }
}
