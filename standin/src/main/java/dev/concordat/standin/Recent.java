package dev.concordat.standin;

import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.standin.http.Served;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Answers that were given and judged since the last change: the same request gets the same bytes again, for less.
final class Recent {
  private static final int MAX_KEPT = 2_000;

  /// Bodies larger than this, in bytes, are not kept.
  private static final int MAX_BODY = 256 << 10;

  /// Headers that say nothing that an answer depends on.
  private static final List<String> IGNORED =
      List.of(
          "user-agent",
          "connection",
          "content-length",
          "accept-encoding",
          "traceparent",
          "tracestate",
          "cache-control",
          "pragma");

  private long tick = -1;
  private final Map<Key, Served> kept =
      new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Served> eldest) {
          return size() > MAX_KEPT;
        }
      };

  private record Key(String method, String target, List<Header> headers) {
    static Key of(HttpRequestMessage request) {
      List<Header> telling = new ArrayList<>(request.headers().size());
      for (Header header : request.headers()) {
        if (!isIgnored(header.name())) {
          telling.add(header);
        }
      }
      return new Key(request.method(), request.target(), telling);
    }

    private static boolean isIgnored(String name) {
      for (String ignored : IGNORED) {
        if (ignored.equalsIgnoreCase(name)) {
          return true;
        }
      }
      return false;
    }
  }

  /// Whether a request changes nothing, so that its answer may be kept.
  static boolean isKept(HttpRequestMessage request) {
    return (request.method().equals("GET") || request.method().equals("HEAD"))
        && request.body().size() == 0;
  }

  /// @param now counts the changes of what is remembered
  Optional<Served> find(HttpRequestMessage request, long now) {
    if (tick != now) {
      kept.clear();
      tick = now;
    }
    return Optional.ofNullable(kept.get(Key.of(request)));
  }

  void keep(HttpRequestMessage request, long now, Served served) {
    if (tick == now && served.message().body().size() <= MAX_BODY) {
      kept.put(Key.of(request), served);
    }
  }

  void clear() {
    kept.clear();
  }
}
