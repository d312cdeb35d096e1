package dev.concordat.cli;

import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;

/// Names that come from many threads and are waited for.
final class Arrivals {
  private final Set<String> all = new TreeSet<>();

  synchronized void add(String name) {
    all.add(name);
    notifyAll();
  }

  synchronized Set<String> all() {
    return Set.copyOf(all);
  }

  /// Waits until so many came, and no longer than the limit.
  synchronized void await(int count, Duration limit) throws InterruptedException {
    await(() -> all.size() >= count, limit);
  }

  /// Waits until all of these came, and no longer than the limit.
  synchronized void awaitAll(Collection<String> names, Duration limit) throws InterruptedException {
    await(() -> all.containsAll(names), limit);
  }

  private synchronized void await(BooleanSupplier isThere, Duration limit)
      throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    while (!isThere.getAsBoolean()) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return;
      }
      wait(left);
    }
  }
}
