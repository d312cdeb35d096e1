package dev.concordat.cli.provider;

import dev.concordat.conform.Conformance;
import dev.concordat.model.run.Verdict;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Ctrl-C: the run stops, its report so far is told, and the process ends with the exit code that the report deserves.
final class Interruption {
  private static final int MAX_SECONDS = 20;

  private final CountDownLatch isTold = new CountDownLatch(1);
  private volatile int exitCode = Verdict.INTERNAL_ERROR.exitCode();

  private Interruption() {}

  static Interruption of(Conformance conformance) {
    var interruption = new Interruption();
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> interruption.end(conformance), "end of the run"));
    return interruption;
  }

  /// The report is told: nothing is left to wait for.
  void told(Verdict verdict) {
    exitCode = verdict.exitCode();
    isTold.countDown();
  }

  private void end(Conformance conformance) {
    boolean isOver = isTold.getCount() == 0;
    if (isOver) {
      return;
    }
    conformance.stop();
    try {
      if (isTold.await(MAX_SECONDS, TimeUnit.SECONDS)) {
        // Exit codes of signals say nothing of what was found.
        Runtime.getRuntime().halt(exitCode);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
