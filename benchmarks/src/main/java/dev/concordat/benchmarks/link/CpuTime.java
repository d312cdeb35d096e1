package dev.concordat.benchmarks.link;

import java.time.Duration;

/// What a process has used of the processors, user and system time together.
final class CpuTime {
  private CpuTime() {}

  /// In milliseconds, to the clock tick of the kernel (10 ms on Linux).
  static long ofProcess(long pid) {
    return ProcessHandle.of(pid)
        .flatMap(process -> process.info().totalCpuDuration())
        .map(Duration::toMillis)
        .orElseThrow(() -> new IllegalStateException("process " + pid + " is gone"));
  }
}
