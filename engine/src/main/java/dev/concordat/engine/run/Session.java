package dev.concordat.engine.run;

import dev.concordat.engine.judge.Judge;
import dev.concordat.engine.plan.RunPlan;
import dev.concordat.environment.running.Environment;
import java.time.Duration;

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

  void settle() {
    try {
      environment.settle(SETTLE_LIMIT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
