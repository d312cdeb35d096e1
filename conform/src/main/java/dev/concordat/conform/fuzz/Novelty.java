package dev.concordat.conform.fuzz;

import dev.concordat.conform.talk.Exchange;
import java.util.HashMap;
import java.util.Map;

/// How often answers with the same signature came. Bounded: beyond the limit nothing counts as new. Thread-safe.
final class Novelty {
  private static final int MAX_SIGNATURES = 20_000;

  private final Map<String, Integer> seen = new HashMap<>();

  /// Takes in an answer.
  ///
  /// @return how often its signature came until now, this one included; 0 when nothing was sent
  synchronized int times(Exchange exchange) {
    String signature = Signature.of(exchange);
    if (signature.isEmpty()) {
      return 0;
    }
    if (seen.size() >= MAX_SIGNATURES && !seen.containsKey(signature)) {
      return MAX_SIGNATURES;
    }
    return seen.merge(signature, 1, Integer::sum);
  }
}
