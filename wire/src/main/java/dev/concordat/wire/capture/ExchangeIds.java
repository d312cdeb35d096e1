package dev.concordat.wire.capture;

import java.util.concurrent.atomic.AtomicLong;

/// Names for the exchanges of one run: `x1`, `x2` and so on, in the order in which they were asked for. Thread-safe.
public final class ExchangeIds {
  private final AtomicLong last = new AtomicLong();

  public String next() {
    return "x" + last.incrementAndGet();
  }
}
