package dev.concordat.environment;

import dev.concordat.model.run.Trouble;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// The same work for many things at the same time, each on a virtual thread.
public final class Parallel {
  private Parallel() {}

  /// Work on one thing.
  @FunctionalInterface
  public interface Work<T> {
    /// Does it, or says what is in its way.
    void on(T thing) throws EnvironmentFailure, InterruptedException;
  }

  /// Returns when all is done. Where some of it failed, the others are waited for and the failure carries all troubles.
  ///
  /// An interrupt of the caller interrupts the work.
  public static <T> void forEach(Collection<T> things, Work<T> work)
      throws EnvironmentFailure, InterruptedException {
    var troubles = new ArrayList<Trouble>();
    var mistakes = new ArrayList<RuntimeException>();
    var threads = new ArrayList<Thread>();
    for (T thing : things) {
      threads.add(Thread.ofVirtual().start(() -> run(thing, work, troubles, mistakes)));
    }
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException e) {
      threads.forEach(Thread::interrupt);
      throw e;
    }
    throwIfAny(troubles, mistakes);
  }

  private static <T> void run(
      T thing, Work<T> work, List<Trouble> troubles, List<RuntimeException> mistakes) {
    try {
      work.on(thing);
    } catch (EnvironmentFailure failure) {
      synchronized (troubles) {
        troubles.addAll(failure.troubles());
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException mistake) {
      synchronized (troubles) {
        mistakes.add(mistake);
      }
    }
  }

  private static void throwIfAny(List<Trouble> troubles, List<RuntimeException> mistakes)
      throws EnvironmentFailure {
    synchronized (troubles) {
      if (!mistakes.isEmpty()) {
        throw mistakes.getFirst();
      }
      if (!troubles.isEmpty()) {
        throw new EnvironmentFailure(troubles);
      }
    }
  }
}
