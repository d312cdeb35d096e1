package dev.concordat.engine.run;

import dev.concordat.environment.running.ObservationLog;
import dev.concordat.model.exchange.Exchange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Which attempt caused which exchange: by trace id, and where an exchange carries none, by time, since cases run one
/// after another.
final class Ledger {
  private final ObservationLog log;
  private final Map<String, String> attemptsByTrace = new HashMap<>();
  private final Map<String, List<Exchange>> exchanges = new HashMap<>();
  private final Map<String, List<Exchange>> late = new LinkedHashMap<>();
  private int read;
  private String current = "";

  Ledger(ObservationLog log) {
    this.log = log;
    this.read = log.mark();
  }

  /// From here on, what carries no trace id belongs to this attempt. What was seen before belongs to nobody.
  void begin(String attempt, Trace trace) {
    collect();
    current = attempt;
    attemptsByTrace.put(trace.traceId(), attempt);
    exchanges.put(attempt, new ArrayList<>());
  }

  /// Takes what was seen since the last call.
  void collect() {
    List<Exchange> seen = log.since(read);
    for (Exchange exchange : seen) {
      String owner =
          exchange
              .traceId()
              .map(trace -> attemptsByTrace.getOrDefault(trace, current))
              .orElse(current);
      (owner.equals(current) ? exchanges : late)
          .computeIfAbsent(owner, key -> new ArrayList<>())
          .add(exchange);
    }
    read += seen.size();
  }

  /// What attempts caused after they were over, by attempt.
  Map<String, List<Exchange>> late() {
    collect();
    return late;
  }

  /// What an attempt has caused so far, in the order in which it was seen.
  List<Exchange> of(String attempt) {
    return List.copyOf(exchanges.getOrDefault(attempt, List.of()));
  }
}
