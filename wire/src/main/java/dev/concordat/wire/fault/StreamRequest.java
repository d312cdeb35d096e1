package dev.concordat.wire.fault;

import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.Headers;
import java.util.List;

/// The head of a request on HTTP/2.
///
/// @param method as sent
/// @param target its path, with the query
/// @param headers without those that begin with `:`
/// @param direction of the rule
public record StreamRequest(
    String method, String target, List<Header> headers, Direction direction) {
  public StreamRequest {
    headers = List.copyOf(headers);
  }

  /// Whether it is a call of gRPC.
  public boolean isGrpc() {
    return Headers.first(headers, "content-type")
        .filter(it -> it.startsWith("application/grpc"))
        .isPresent();
  }

  /// The content type of the request.
  String contentType() {
    return Headers.first(headers, "content-type").orElse("application/grpc");
  }
}
