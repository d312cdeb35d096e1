package dev.concordat.cli.record;

import dev.concordat.cli.console.EndSignal;
import dev.concordat.model.run.Verdict;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Waits for ctrl-C, SIGTERM, or an interrupt of this thread. The process then ends when the files are written, with the exit
/// code of what was recorded: that is how a recording ends.
final class Stopping implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int PAUSE_MILLIS = 250;

  private final CountDownLatch isWanted;
  private final EndSignal signal;

  private Stopping(CountDownLatch isWanted, EndSignal signal) {
    this.isWanted = isWanted;
    this.signal = signal;
  }

  static Stopping open() {
    var isWanted = new CountDownLatch(1);
    return new Stopping(
        isWanted, EndSignal.open(isWanted::countDown, PATIENCE, anyVerdict -> true));
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
    signal.told(verdict);
  }

  @Override
  public void close() {
    signal.close();
  }
}
