package dev.concordat.cli.pact;

import dev.concordat.contracts.pact.verification.Peer;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.wire.caller.Called;
import dev.concordat.wire.caller.Caller;
import dev.concordat.wire.caller.Endpoint;
import dev.concordat.wire.capture.CaptureLimits;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Somebody who answers at an address; a path in it stands before every path. Remembers that nobody was there.
final class Address implements Peer, AutoCloseable {
  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(30);
  private static final int MAX_BODY_BYTES = 64 << 20;

  private final URI url;
  private final List<Header> headers;
  private final Caller caller;
  private Optional<String> trouble = Optional.empty();

  /// @param headers of every request, instead of those of the same name
  /// @throws IllegalArgumentException when it is no address of HTTP
  Address(URI url, boolean isInsecure, List<Header> headers) {
    this.url = url;
    this.headers = List.copyOf(headers);
    this.caller =
        new Caller(
            Endpoint.of(url, isInsecure),
            CONNECT_LIMIT,
            CaptureLimits.DEFAULT.withBodyBytes(MAX_BODY_BYTES));
  }

  @Override
  public HttpResponseMessage exchange(HttpRequestMessage request) throws IOException {
    return switch (caller.send(prepared(request), ANSWER_LIMIT)) {
      case Called.Answered(HttpResponseMessage response, _) -> response;
      case Called.Failed(_, String reason, _) -> throw new IOException(url + ": " + reason);
      case Called.Unsendable(String reason) ->
          throw new IOException("the request cannot be sent: " + reason);
      case Called.Unreachable(String reason) -> {
        String said = "nobody answers at " + url + ": " + reason;
        trouble = trouble.or(() -> Optional.of(said));
        throw new IOException(said);
      }
    };
  }

  private HttpRequestMessage prepared(HttpRequestMessage request) {
    List<Header> all = new ArrayList<>(request.headers());
    all.removeIf(one -> headers.stream().anyMatch(it -> it.name().equalsIgnoreCase(one.name())));
    all.addAll(headers);
    String path = url.getRawPath() == null ? "" : url.getRawPath().replaceAll("/+$", "");
    return new HttpRequestMessage(request.method(), path + request.target(), all, request.body());
  }

  /// What of the address itself is asked for beside its path.
  String rest() {
    String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
    return url.getRawPath() == null || url.getRawPath().replaceAll("/+$", "").isEmpty()
        ? "/" + query
        : query;
  }

  /// That nobody was there; empty where somebody always was.
  Optional<String> trouble() {
    return trouble;
  }

  @Override
  public void close() {
    caller.close();
  }
}
