package dev.concordat.environment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// The same work for many things at the same time, each on a virtual thread.
public final class Parallel {
  private Parallel() {}

  /// Work on one thing.
  @FunctionalInterface
  public interface Work<T> {
    /// Does it, or says what is in its way.
    void on(T thing) throws EnvironmentFailure, InterruptedException;
  }

  /// Returns when all is done. The first failure, or an interrupt of the caller, interrupts the rest; what that makes fail is
  /// not reported.
  public static <T> void forEach(Collection<T> things, Work<T> work)
      throws EnvironmentFailure, InterruptedException {
    var first = new AtomicReference<@Nullable Exception>();
    var threads = new ArrayList<Thread>();
    synchronized (threads) {
      for (T thing : things) {
        threads.add(Thread.ofVirtual().start(() -> run(thing, work, first, threads)));
      }
    }
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException e) {
      threads.forEach(Thread::interrupt);
      for (Thread thread : threads) {
        thread.join();
      }
      throw e;
    }
    switch (first.get()) {
      case null -> {}
      case EnvironmentFailure failure -> throw failure;
      case RuntimeException mistake -> throw mistake;
      case Exception other -> throw new IllegalStateException(other);
    }
  }

  private static <T> void run(
      T thing, Work<T> work, AtomicReference<@Nullable Exception> first, List<Thread> threads) {
    try {
      work.on(thing);
    } catch (EnvironmentFailure | RuntimeException e) {
      if (first.compareAndSet(null, e)) {
        synchronized (threads) {
          threads.stream()
              .filter(thread -> thread != Thread.currentThread())
              .forEach(Thread::interrupt);
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
