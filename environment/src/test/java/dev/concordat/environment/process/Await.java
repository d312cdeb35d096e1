package dev.concordat.environment.process;

import java.time.Duration;
import java.util.concurrent.Callable;

/// Waiting for a condition, with a limit that only a failure reaches.
public final class Await {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final int POLL_MILLIS = 20;

  private Await() {}

  public static void until(Callable<Boolean> condition) throws Exception {
    within(LIMIT, condition);
  }

  public static void within(Duration limit, Callable<Boolean> condition) throws Exception {
    long deadline = System.nanoTime() + limit.toNanos();
    while (!condition.call()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("not within " + limit);
      }
      Thread.sleep(POLL_MILLIS);
    }
  }
}
