package dev.concordat.environment.running;

import java.util.concurrent.CountDownLatch;

/// Something that others wait for. Where it never comes, they are interrupted.
final class Gate {
  private final CountDownLatch latch = new CountDownLatch(1);

  void open() {
    latch.countDown();
  }

  void await() throws InterruptedException {
    latch.await();
  }

  boolean isOpen() {
    return latch.getCount() == 0;
  }
}
