package dev.concordat.cli.console;

import dev.concordat.model.run.Verdict;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// Ctrl-C and SIGTERM for work that has something to tell when it is stopped: the work is asked to stop, and the process waits
/// until what came of it is told. Closed when the work is over, told or not: the process then ends as it would.
public final class EndSignal implements AutoCloseable {
  private final CountDownLatch isTold = new CountDownLatch(1);
  private final Thread hook;
  private volatile Verdict verdict = Verdict.INTERNAL_ERROR;

  private EndSignal(Runnable stop, Duration patience, Predicate<Verdict> decides) {
    this.hook = new Thread(() -> end(stop, patience, decides), "end of the work");
  }

  /// Listens until it is closed.
  ///
  /// @param stop asks the work to stop; must return at once
  /// @param patience how long what came of it is waited for
  /// @param decides whether the process ends with the exit code of a verdict; otherwise it ends as one that was stopped does
  public static EndSignal open(Runnable stop, Duration patience, Predicate<Verdict> decides) {
    var signal = new EndSignal(stop, patience, decides);
    Runtime.getRuntime().addShutdownHook(signal.hook);
    return signal;
  }

  /// What came of the work is told: nothing is left to wait for.
  public void told(Verdict what) {
    verdict = what;
    isTold.countDown();
  }

  private void end(Runnable stop, Duration patience, Predicate<Verdict> decides) {
    stop.run();
    try {
      if (isTold.await(patience.toMillis(), TimeUnit.MILLISECONDS) && decides.test(verdict)) {
        Runtime.getRuntime().halt(verdict.exitCode());
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
