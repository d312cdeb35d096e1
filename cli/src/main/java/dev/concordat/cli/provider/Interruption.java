package dev.concordat.cli.provider;

import dev.concordat.conform.Conformance;
import dev.concordat.model.run.Verdict;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Ctrl-C: the run stops and its report so far is told. With findings the process ends as it does with findings; without any
/// it ends as a process does that was stopped, because what holds so far is not what holds.
final class Interruption implements AutoCloseable {
  private static final int MAX_SECONDS = 20;

  private final CountDownLatch isTold = new CountDownLatch(1);
  private final Thread hook;
  private volatile int exitCode = Verdict.INTERNAL_ERROR.exitCode();

  private Interruption(Conformance conformance) {
    this.hook = new Thread(() -> end(conformance), "end of the run");
  }

  static Interruption of(Conformance conformance) {
    var interruption = new Interruption(conformance);
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  /// The report is told: nothing is left to wait for.
  void told(Verdict verdict) {
    exitCode = verdict.exitCode();
    isTold.countDown();
  }

  private void end(Conformance conformance) {
    conformance.stop();
    try {
      boolean isReported = isTold.await(MAX_SECONDS, TimeUnit.SECONDS);
      if (isReported && exitCode != Verdict.HOLDS.exitCode()) {
        Runtime.getRuntime().halt(exitCode);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// The run is over, told or not: the process ends as it would.
  @Override
  public void close() {
    isTold.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException isEnding) {
      // The hook is running: it ends the process.
    }
  }
}
