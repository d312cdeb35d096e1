package dev.concordat.standin;

import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Answers that were given and judged since the last change: the same request gets the same bytes again, for less.
final class Recent {
  private static final int MAX_KEPT = 2_000;

  /// Bodies larger than this, in bytes, are not kept.
  private static final int MAX_BODY = 256 << 10;

  /// Headers that say nothing that an answer depends on.
  private static final Set<String> IGNORED =
      Set.of(
          "user-agent",
          "connection",
          "content-length",
          "accept-encoding",
          "traceparent",
          "tracestate",
          "cache-control",
          "pragma");

  private long tick = -1;
  private final Map<Key, HttpResponseMessage> kept =
      new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, HttpResponseMessage> eldest) {
          return size() > MAX_KEPT;
        }
      };

  private record Key(String method, String target, List<Header> headers) {
    static Key of(HttpRequestMessage request) {
      return new Key(
          request.method(),
          request.target(),
          request.headers().stream()
              .filter(header -> !IGNORED.contains(header.name().toLowerCase(Locale.ROOT)))
              .toList());
    }
  }

  /// Whether a request changes nothing, so that its answer may be kept.
  static boolean isKept(HttpRequestMessage request) {
    return (request.method().equals("GET") || request.method().equals("HEAD"))
        && request.body().size() == 0;
  }

  /// @param now counts the changes of what is remembered
  Optional<HttpResponseMessage> find(HttpRequestMessage request, long now) {
    if (tick != now) {
      kept.clear();
      tick = now;
    }
    return Optional.ofNullable(kept.get(Key.of(request)));
  }

  void keep(HttpRequestMessage request, long now, HttpResponseMessage response) {
    if (tick == now && response.body().size() <= MAX_BODY) {
      kept.put(Key.of(request), response);
    }
  }

  void clear() {
    kept.clear();
  }
}
