package dev.concordat.registry.store;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Looks again and again, on a thread of its own, whether something is due in the database, and does it. A database that fails
/// is asked again later, and the first of several failures is told.
public final class Rounds {
  private final BooleanSupplier work;
  private final Duration lookEvery;
  private final Duration afterFailure;
  private final Consumer<String> teller;
  private final CountDownLatch isOver = new CountDownLatch(1);
  private final Thread thread;

  /// Rounds that are not begun yet.
  ///
  /// @param work does what is due, and says whether there may be more at once
  /// @param lookEvery the pause when nothing was due
  /// @param teller is told what a failure says of itself
  public Rounds(
      String name,
      BooleanSupplier work,
      Duration lookEvery,
      Duration afterFailure,
      Consumer<String> teller) {
    this.work = work;
    this.lookEvery = lookEvery;
    this.afterFailure = afterFailure;
    this.teller = teller;
    this.thread = Thread.ofVirtual().name(name).unstarted(this::go);
  }

  /// Begins.
  public void begin() {
    thread.start();
  }

  /// Begins no other round and waits for the one that is under way; what takes longer is interrupted.
  public void end(Duration limit) throws InterruptedException {
    isOver.countDown();
    if (!thread.join(limit)) {
      thread.interrupt();
    }
  }

  private void go() {
    boolean wasBroken = false;
    while (true) {
      Duration pause;
      try {
        pause = work.getAsBoolean() ? Duration.ZERO : lookEvery;
        wasBroken = false;
      } catch (RuntimeException broken) {
        if (!wasBroken && isOver.getCount() > 0) {
          teller.accept(String.valueOf(broken.getMessage()));
        }
        wasBroken = true;
        pause = afterFailure;
      }
      try {
        if (isOver.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
          return;
        }
      } catch (InterruptedException _) {
        return;
      }
    }
  }
}
