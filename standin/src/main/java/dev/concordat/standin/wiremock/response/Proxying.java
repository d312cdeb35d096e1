package dev.concordat.standin.wiremock.response;

import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.wire.caller.Called;
import dev.concordat.wire.caller.Caller;
import dev.concordat.wire.caller.Endpoint;
import dev.concordat.wire.capture.CaptureLimits;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Asking another server. Blocks: for threads of their own.
///
/// @param prefixToRemove taken off the path before it is sent on
/// @param added headers that the request is sent on with
/// @param removed names of headers that it is sent on without, in lower case
public record Proxying(
    String baseUrl, String prefixToRemove, List<Header> added, Set<String> removed) {
  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);
  private static final Duration LIMIT = Duration.ofSeconds(60);

  /// Of answers: bytes of body and of head, and what belongs to them.
  private static final CaptureLimits LIMITS = new CaptureLimits(64 << 20, 64 << 10, 256, 1024);

  private static final int BAD_GATEWAY = 500;

  /// Headers of one connection (RFC 9110 section 7.6.1), and what the caller writes itself.
  private static final Set<String> HOP_BY_HOP =
      Set.of(
          "connection",
          "keep-alive",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "content-length");

  public Proxying {
    added = List.copyOf(added);
    removed = Set.copyOf(removed);
  }

  /// Why an address is not asked; nothing where it is.
  ///
  /// @param isAnywhereAllowed whether others than this machine may be
  public static Optional<String> objection(String baseUrl, boolean isAnywhereAllowed) {
    try {
      Endpoint endpoint = Endpoint.of(URI.create(baseUrl), false);
      String host = endpoint.host().toLowerCase(Locale.ROOT);
      boolean isHere =
          host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.[0-9]{1,3}){3}");
      return isHere || isAnywhereAllowed
          ? Optional.empty()
          : Optional.of(
              "proxying to "
                  + host
                  + " is not allowed: only this machine is, unless the server was"
                  + " started with --proxy-anywhere");
    } catch (IllegalArgumentException e) {
      return Optional.of("'" + baseUrl + "' is no address to proxy to: " + e.getMessage());
    }
  }

  /// The other server's answer, or a 500 that says why there is none.
  public HttpResponseMessage ask(HttpRequestMessage request) {
    URI base = URI.create(baseUrl);
    Endpoint endpoint = Endpoint.of(base, false);
    var headers = new ArrayList<Header>();
    for (Header header : request.headers()) {
      String name = header.name().toLowerCase(Locale.ROOT);
      if (!HOP_BY_HOP.contains(name) && !name.equals("host") && !removed.contains(name)) {
        headers.add(header);
      }
    }
    headers.addAll(added);
    var sent =
        new HttpRequestMessage(request.method(), target(base, request), headers, request.body());
    try (var caller = new Caller(endpoint, CONNECT_LIMIT, LIMITS)) {
      return switch (caller.send(sent, LIMIT)) {
        case Called.Answered(var response, var took) -> passedOn(response);
        case Called.Failed(var failure, String reason, var took) -> failed(reason);
        case Called.Unreachable(String reason) -> failed(reason);
        case Called.Unsendable(String reason) -> failed(reason);
      };
    }
  }

  private String target(URI base, HttpRequestMessage request) {
    String path = request.target();
    if (!prefixToRemove.isEmpty() && path.startsWith(prefixToRemove)) {
      path = path.substring(prefixToRemove.length());
    }
    String root = base.getRawPath() == null ? "" : base.getRawPath();
    String front = root.endsWith("/") ? root.substring(0, root.length() - 1) : root;
    return front + (path.startsWith("/") ? path : "/" + path);
  }

  private static HttpResponseMessage passedOn(HttpResponseMessage response) {
    List<Header> headers =
        response.headers().stream()
            .filter(header -> !HOP_BY_HOP.contains(header.name().toLowerCase(Locale.ROOT)))
            .toList();
    return new HttpResponseMessage(response.status(), headers, response.body());
  }

  private HttpResponseMessage failed(String reason) {
    return new HttpResponseMessage(
        BAD_GATEWAY,
        List.of(new Header("Content-Type", "text/plain")),
        Bytes.utf8(
            "Network failure trying to make a proxied request to " + baseUrl + ": " + reason));
  }
}
