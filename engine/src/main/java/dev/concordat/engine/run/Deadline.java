package dev.concordat.engine.run;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// How long something is tried again.
final class Deadline {
  private static final long FIRST_PAUSE_MILLIS = 10;
  private static final long LONGEST_PAUSE_MILLIS = 100;

  private final long end;
  private final long start = System.nanoTime();
  private long pauseMillis = FIRST_PAUSE_MILLIS;

  Deadline(Duration limit) {
    this.end = start + limit.toNanos();
  }

  boolean isOver() {
    return System.nanoTime() - end >= 0;
  }

  Duration left() {
    return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
  }

  long elapsedMillis() {
    return (System.nanoTime() - start) / 1_000_000;
  }

  /// A pause before the next try of something that cannot announce itself, such as a row; longer each time.
  void pause() {
    long nanos = Math.min(pauseMillis * 1_000_000, left().toNanos());
    LockSupport.parkNanos(nanos);
    pauseMillis = Math.min(pauseMillis * 2, LONGEST_PAUSE_MILLIS);
  }
}
