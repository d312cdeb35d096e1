package dev.concordat.cli.record;

import dev.concordat.model.run.Verdict;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Waits for ctrl-C, SIGTERM, or an interrupt of this thread. The process then ends when the files are written, with the exit
/// code of what was recorded: that is how a recording ends.
final class Stopping implements AutoCloseable {
  private static final int MAX_SECONDS = 30;
  private static final int PAUSE_MILLIS = 250;

  private final CountDownLatch isWanted = new CountDownLatch(1);
  private final CountDownLatch isTold = new CountDownLatch(1);
  private final Thread hook = new Thread(this::end, "end of the recording");
  private volatile int exitCode = Verdict.INTERNAL_ERROR.exitCode();

  private Stopping() {}

  static Stopping open() {
    var stopping = new Stopping();
    Runtime.getRuntime().addShutdownHook(stopping.hook);
    return stopping;
  }

  /// Returns when the recording should end.
  ///
  /// @param meanwhile run again and again until then
  void await(Runnable meanwhile) {
    try {
      while (!isWanted.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
        meanwhile.run();
      }
    } catch (InterruptedException told) {
      // That is how an embedding program ends it.
    }
  }

  void told(Verdict verdict) {
    exitCode = verdict.exitCode();
    isTold.countDown();
  }

  private void end() {
    isWanted.countDown();
    try {
      if (isTold.await(MAX_SECONDS, TimeUnit.SECONDS)) {
        Runtime.getRuntime().halt(exitCode);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

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
