package dev.concordat.cli.revision;

import java.time.Duration;

/// Ends a process that takes too long.
final class Deadline implements AutoCloseable {
  private final Thread watch;
  private volatile boolean isOver;

  private Deadline(Process process, Duration limit) {
    this.watch =
        Thread.startVirtualThread(
            () -> {
              try {
                Thread.sleep(limit);
                isOver = true;
                process.destroyForcibly();
              } catch (InterruptedException inTime) {
                Thread.currentThread().interrupt();
              }
            });
  }

  static Deadline of(Process process, Duration limit) {
    return new Deadline(process, limit);
  }

  boolean isOver() {
    return isOver;
  }

  @Override
  public void close() {
    watch.interrupt();
  }
}
