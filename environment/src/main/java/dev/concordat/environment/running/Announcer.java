package dev.concordat.environment.running;

import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.model.run.Progress;
import java.time.Duration;
import java.util.function.Consumer;

/// Tells progress from many threads, one event at a time.
final class Announcer {
  private final Consumer<Progress> listener;

  Announcer(Consumer<Progress> listener) {
    this.listener = listener;
  }

  /// Something long.
  @FunctionalInterface
  interface Work<T> {
    T get() throws EnvironmentFailure, InterruptedException;
  }

  <T> T during(String subject, String what, Work<T> work)
      throws EnvironmentFailure, InterruptedException {
    tell(new Progress.Started(subject, what));
    long start = System.nanoTime();
    T result = work.get();
    tell(new Progress.Done(subject, what, Duration.ofNanos(System.nanoTime() - start)));
    return result;
  }

  void say(String text) {
    tell(new Progress.Said(text));
  }

  private synchronized void tell(Progress event) {
    listener.accept(event);
  }
}
