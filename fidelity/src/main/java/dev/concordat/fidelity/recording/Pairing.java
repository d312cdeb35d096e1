package dev.concordat.fidelity.recording;

import dev.concordat.contracts.http.Percent;
import dev.concordat.model.exchange.HttpExchange;
import dev.concordat.model.exchange.HttpRequestMessage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Finds which exchanges of two recordings are one. Keys are tried from the surest to the weakest; exchanges of one key are
/// taken in their order.
final class Pairing {
  /// Headers that name one message, and are to survive every hop.
  private static final List<String> IDENTIFIERS =
      List.of("concordat-message-id", "idempotency-key", "x-request-id", "x-correlation-id");

  private static final List<Function<HttpExchange, Optional<String>>> KEYS =
      List.of(
          Pairing::identifier,
          exchange -> exchange.traceId().map(id -> id + " " + line(exchange.request())),
          exchange ->
              Optional.of(line(exchange.request()) + " " + exchange.request().body().hashCode()),
          exchange -> exchange.traceId().map(id -> id + " " + exchange.request().method()),
          exchange -> Optional.of(line(exchange.request())),
          exchange -> Optional.of(exchange.request().method() + " " + path(exchange.request())),
          Pairing::body,
          exchange -> Optional.of(path(exchange.request())),
          HttpExchange::traceId);

  private final List<HttpExchange> near;
  private final List<HttpExchange> far;
  private final Map<Integer, Integer> farOf = new HashMap<>();
  private final boolean[] isTaken;

  Pairing(List<HttpExchange> near, List<HttpExchange> far) {
    this.near = near;
    this.far = far;
    this.isTaken = new boolean[far.size()];
  }

  RecordingComparison compared() {
    KEYS.forEach(this::pair);
    var hops = new ArrayList<Hop>();
    var lost = new ArrayList<HttpExchange>();
    for (int i = 0; i < near.size(); i++) {
      Integer other = farOf.get(i);
      if (other == null) {
        lost.add(near.get(i));
      } else {
        hops.add(Hop.of(near.get(i), far.get(other)));
      }
    }
    var repeated = new ArrayList<HttpExchange>();
    var unsent = new ArrayList<HttpExchange>();
    for (int i = 0; i < far.size(); i++) {
      if (!isTaken[i]) {
        (isRepeated(far.get(i)) ? repeated : unsent).add(far.get(i));
      }
    }
    return new RecordingComparison(hops, lost, repeated, unsent);
  }

  private void pair(Function<HttpExchange, Optional<String>> key) {
    var waiting = new HashMap<String, Deque<Integer>>();
    for (int i = 0; i < far.size(); i++) {
      if (!isTaken[i]) {
        int at = i;
        key.apply(far.get(i))
            .ifPresent(
                name -> waiting.computeIfAbsent(name, ignored -> new ArrayDeque<>()).add(at));
      }
    }
    for (int i = 0; i < near.size(); i++) {
      if (farOf.containsKey(i)) {
        continue;
      }
      Deque<Integer> found = key.apply(near.get(i)).map(waiting::get).orElseGet(ArrayDeque::new);
      Integer first = found.pollFirst();
      if (first != null) {
        farOf.put(i, first);
        isTaken[first] = true;
      }
    }
  }

  private boolean isRepeated(HttpExchange exchange) {
    return farOf.values().stream()
        .map(far::get)
        .anyMatch(
            other ->
                line(other.request()).equals(line(exchange.request()))
                    && other.request().body().equals(exchange.request().body()));
  }

  private static Optional<String> identifier(HttpExchange exchange) {
    return IDENTIFIERS.stream()
        .flatMap(name -> exchange.request().header(name).map(value -> name + " " + value).stream())
        .findFirst();
  }

  private static Optional<String> body(HttpExchange exchange) {
    return exchange.request().body().size() == 0
        ? Optional.empty()
        : Optional.of(Integer.toString(exchange.request().body().hashCode()));
  }

  private static String line(HttpRequestMessage request) {
    return request.method() + " " + path(request) + "?" + request.query();
  }

  private static String path(HttpRequestMessage request) {
    return Percent.decode(request.path());
  }
}
