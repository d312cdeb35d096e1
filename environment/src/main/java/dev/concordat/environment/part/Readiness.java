package dev.concordat.environment.part;

import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.environment.process.ChildProcess;
import java.time.Duration;
import java.util.function.Supplier;

/// Waiting until a child answers. Its death ends the wait at once.
public final class Readiness {
  /// How many of a child's last lines a failure shows.
  public static final int LINES_SHOWN = 20;

  private static final Duration POLL = Duration.ofMillis(20);

  private Readiness() {}

  /// A question to the child in its own protocol.
  @FunctionalInterface
  public interface Probe {
    /// Whether it answered. Must return within a second or so.
    boolean answers() throws InterruptedException;
  }

  /// Returns how long the child took.
  ///
  /// @param limitFix what to do when the limit is reached; asked then
  public static Duration await(
      ChildProcess child, Duration limit, Supplier<String> limitFix, Probe probe)
      throws EnvironmentFailure, InterruptedException {
    long start = System.nanoTime();
    while (!probe.answers()) {
      if (child.awaitExit(POLL)) {
        throw EnvironmentFailure.of(
            child.name(),
            "ended with exit code " + child.exitCode().orElse(-1) + " before it was ready",
            "Its last lines say why; the whole log is " + child.logFile(),
            child.lastLines(LINES_SHOWN));
      }
      if (System.nanoTime() - start > limit.toNanos()) {
        throw EnvironmentFailure.of(
            child.name(),
            "was not ready after " + limit.toSeconds() + " s",
            limitFix.get() + " The whole log is " + child.logFile(),
            child.lastLines(LINES_SHOWN));
      }
    }
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
