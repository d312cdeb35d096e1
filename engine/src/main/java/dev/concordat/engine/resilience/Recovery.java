package dev.concordat.engine.resilience;

import dev.concordat.environment.EnvironmentFailure;
import java.time.Duration;
import java.util.Optional;

/// Waits until a consumer works again.
final class Recovery {
  private static final Duration POLL = Duration.ofMillis(50);

  private Recovery() {}

  /// The first undisturbed call that worked and for which the provider was asked; nothing where none was before the time. One
  /// call is made in any case.
  ///
  /// @param untilNanos by {@link System#nanoTime()}
  static Optional<Call> await(Subject subject, Duration patience, long untilNanos)
      throws InterruptedException, EnvironmentFailure {
    while (true) {
      int mark = subject.log().mark();
      Call call = subject.call(patience);
      if (call.isGood() && !subject.log().attempts(mark, subject::isAttempt).isEmpty()) {
        return Optional.of(call);
      }
      if (System.nanoTime() >= untilNanos) {
        return Optional.empty();
      }
      subject.log().awaitQuiet(POLL, untilNanos);
    }
  }
}
