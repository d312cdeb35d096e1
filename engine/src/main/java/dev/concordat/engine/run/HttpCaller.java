package dev.concordat.engine.run;

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
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Sends Concordat's own requests to the systems of an environment, over one connection to each.
final class HttpCaller implements AutoCloseable {
  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);

  /// The client writes these itself.
  private static final Set<String> OWN_HEADERS =
      Set.of("host", "content-length", "connection", "expect", "upgrade", "transfer-encoding");

  private final Map<Endpoint, Caller> callers = new HashMap<>();

  /// What came of a request.
  sealed interface Answer {
    Duration took();

    record Got(HttpResponseMessage response, Duration took) implements Answer {}

    record Nothing(String reason, Duration took) implements Answer {}

    /// The request cannot be put on the wire.
    record Unsendable(String reason) implements Answer {
      @Override
      public Duration took() {
        return Duration.ZERO;
      }
    }
  }

  /// Sends a request and waits for the whole answer, at most as long as the limit.
  ///
  /// @param more headers that replace those of the request
  synchronized Answer send(
      URI base, HttpRequestMessage request, List<Header> more, Duration limit) {
    Caller caller =
        callers.computeIfAbsent(
            Endpoint.of(base, false),
            endpoint -> new Caller(endpoint, CONNECT_LIMIT, CaptureLimits.DEFAULT));
    return switch (caller.send(with(request, more), limit)) {
      case Called.Answered(HttpResponseMessage response, Duration took) ->
          new Answer.Got(response, took);
      case Called.Failed(Called.Failure ignored, String reason, Duration took) ->
          new Answer.Nothing(reason, took);
      case Called.Unreachable(String reason) -> new Answer.Nothing(reason, Duration.ZERO);
      case Called.Unsendable(String reason) -> new Answer.Unsendable(reason);
    };
  }

  private static HttpRequestMessage with(HttpRequestMessage request, List<Header> more) {
    Set<String> replaced =
        more.stream().map(HttpCaller::key).collect(Collectors.toUnmodifiableSet());
    List<Header> headers = new ArrayList<>();
    for (Header header : request.headers()) {
      String key = key(header);
      if (!OWN_HEADERS.contains(key) && !replaced.contains(key)) {
        headers.add(header);
      }
    }
    headers.addAll(more);
    return new HttpRequestMessage(request.method(), request.target(), headers, request.body());
  }

  private static String key(Header header) {
    return header.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public synchronized void close() {
    callers.values().forEach(Caller::close);
  }
}
