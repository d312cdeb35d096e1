package dev.concordat.conform.run;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/// What is left of a run's requests and time, and how fast they may go. Thread-safe.
public final class Budget {
  private static final long NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

  private final LongSupplier nanoClock;
  private final long start;
  private final long timeNanos;
  private final int requests;
  private final long pauseNanos;
  private final AtomicInteger taken = new AtomicInteger();
  private volatile boolean isStopped;
  private volatile double share = 1;
  private long nextAt;

  /// @param nanoClock such as `System::nanoTime`
  public Budget(Limits limits, LongSupplier nanoClock) {
    this.nanoClock = nanoClock;
    this.start = nanoClock.getAsLong();
    this.timeNanos = limits.time().toNanos();
    this.requests = limits.requests();
    this.pauseNanos = limits.perSecond() == 0 ? 0 : NANOS_PER_SECOND / limits.perSecond();
    this.nextAt = start;
  }

  /// Ends the run after the requests that are under way.
  public void stop() {
    isStopped = true;
  }

  /// Whether it was stopped.
  public boolean isStopped() {
    return isStopped;
  }

  /// How much of the whole may be spent from now on, from 0 to 1: a part of a run leaves something for the next.
  void limitTo(double part) {
    share = part;
  }

  /// Whether so many requests are left, and time for one.
  boolean has(int many) {
    return !isStopped
        && taken.get() + (long) many <= share * requests
        && elapsed() < share * timeNanos;
  }

  /// Takes one request, and waits until its turn comes.
  ///
  /// @return its number, from 1; 0 when nothing is left
  int take() {
    if (!has(1)) {
      return 0;
    }
    await();
    if (isStopped) {
      return 0;
    }
    return taken.incrementAndGet();
  }

  private void await() {
    if (pauseNanos == 0) {
      return;
    }
    long at;
    synchronized (this) {
      at = Math.max(nextAt, nanoClock.getAsLong());
      nextAt = at + pauseNanos;
    }
    for (long left = at - nanoClock.getAsLong(); left > 0 && !isStopped; ) {
      LockSupport.parkNanos(left);
      left = at - nanoClock.getAsLong();
    }
  }

  /// How many requests were taken.
  public int taken() {
    return taken.get();
  }

  private long elapsed() {
    return nanoClock.getAsLong() - start;
  }

  /// How long it lasts already.
  public Duration took() {
    return Duration.ofNanos(elapsed());
  }
}
