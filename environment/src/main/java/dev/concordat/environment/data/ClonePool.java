package dev.concordat.environment.data;

import dev.concordat.environment.EnvironmentFailure;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// Keeps a clone ready, so that fresh data are there at once. Thread-safe.
final class ClonePool implements AutoCloseable {
  private final CloneMaker maker;
  private final Deque<CloneSet> ready = new ArrayDeque<>();
  private final Thread filler;
  private boolean isWanted;
  private boolean isClosed;

  ClonePool(CloneMaker maker) {
    this.maker = maker;
    this.filler = Thread.ofVirtual().name("clones").start(this::fill);
  }

  /// A clone that is ready or nearly so, else one that is made now. Asks for the next one to be made.
  CloneSet take() throws EnvironmentFailure, InterruptedException {
    Optional<CloneSet> set = takeReady();
    CloneSet taken = set.isPresent() ? set.get() : maker.make();
    want();
    return taken;
  }

  private synchronized Optional<CloneSet> takeReady() throws InterruptedException {
    while (ready.isEmpty() && isWanted && !isClosed) {
      wait();
    }
    return Optional.ofNullable(ready.poll());
  }

  private synchronized void want() {
    isWanted = true;
    notifyAll();
  }

  private void fill() {
    try {
      while (awaitWanted()) {
        Optional<CloneSet> set = make();
        synchronized (this) {
          set.ifPresent(ready::add);
          isWanted = false;
          notifyAll();
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// A failure is not kept: whoever takes the next clone makes it and is told.
  private Optional<CloneSet> make() throws InterruptedException {
    try {
      return Optional.of(maker.make());
    } catch (EnvironmentFailure _) {
      return Optional.empty();
    }
  }

  private synchronized boolean awaitWanted() throws InterruptedException {
    while (!isWanted && !isClosed) {
      wait();
    }
    return !isClosed;
  }

  @Override
  public void close() {
    synchronized (this) {
      isClosed = true;
      isWanted = false;
      notifyAll();
    }
    filler.interrupt();
  }
}
