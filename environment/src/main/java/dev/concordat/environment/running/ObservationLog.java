package dev.concordat.environment.running;

import dev.concordat.model.exchange.Exchange;
import dev.concordat.wire.capture.ExchangeSink;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Everything that was seen in an environment, in the order in which it was seen. Only grows. Thread-safe.
///
/// The exchanges are **raw**, see {@link ExchangeSink}.
public final class ObservationLog implements ExchangeSink {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition more = lock.newCondition();
  private final List<Exchange> exchanges = new ArrayList<>();

  @Override
  public void seen(Exchange raw) {
    lock.lock();
    try {
      exchanges.add(raw);
      more.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// A place in the log: what is seen after this call comes after it.
  public int mark() {
    lock.lock();
    try {
      return exchanges.size();
    } finally {
      lock.unlock();
    }
  }

  /// What was seen since a mark.
  public List<Exchange> since(int mark) {
    lock.lock();
    try {
      return List.copyOf(exchanges.subList(mark, exchanges.size()));
    } finally {
      lock.unlock();
    }
  }

  /// Waits until there is more than at the mark.
  ///
  /// @return false if the limit passed first
  public boolean awaitMore(int mark, Duration limit) throws InterruptedException {
    long left = limit.toNanos();
    lock.lockInterruptibly();
    try {
      while (exchanges.size() <= mark && left > 0) {
        left = more.awaitNanos(left);
      }
      return exchanges.size() > mark;
    } finally {
      lock.unlock();
    }
  }

  /// All of it.
  public List<Exchange> all() {
    return since(0);
  }
}
