package dev.concordat.engine.run;

import dev.concordat.cases.ContractCase;
import dev.concordat.engine.judge.Judge;
import dev.concordat.engine.plan.RunPlan;
import dev.concordat.environment.running.Environment;
import dev.concordat.model.exchange.Exchange;
import dev.concordat.model.exchange.HttpRequestMessage;
import java.time.Duration;
import java.util.List;

/// What all cases of a run share.
record Session(
    Environment environment,
    RunPlan plan,
    Judge judge,
    HttpCaller caller,
    Ledger ledger,
    String runId) {
  /// How long observers may need to catch up with what the broker and the databases already have.
  static final Duration SETTLE_LIMIT = Duration.ofSeconds(5);

  /// A request that was sent, with everything that links saw of it.
  ///
  /// @param startNanos when it was sent, by `System.nanoTime`
  /// @param endNanos when the answer was there, or given up
  record Sent(HttpCaller.Answer answer, long startNanos, long endNanos, List<Exchange> caused) {}

  /// Sends the request of a case to its system.
  ///
  /// @param attempt a name that no other has in this run
  /// @param trace leads from what links see to the attempt
  /// @param patience how long the answer may take
  /// @param settles whether what the request causes later is waited for
  Sent send(ContractCase cause, String attempt, Trace trace, Duration patience, boolean settles) {
    return send(cause.system(), cause.request(), attempt, trace, patience, settles);
  }

  /// Sends a request to a system.
  Sent send(
      String system,
      HttpRequestMessage request,
      String attempt,
      Trace trace,
      Duration patience,
      boolean settles) {
    ledger.begin(attempt, trace);
    long start = System.nanoTime();
    HttpCaller.Answer answer =
        caller.send(environment.address(system), request, trace.headers(), patience);
    long end = System.nanoTime();
    if (settles) {
      settle();
    }
    ledger.collect();
    return new Sent(answer, start, end, ledger.of(attempt));
  }

  void settle() {
    try {
      environment.settle(SETTLE_LIMIT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
