package dev.concordat.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Processes that carry the mark of a run. Reads `/proc`; elsewhere than on Linux there are none to be seen.
final class Survivors {
  private static final long POLL_MILLIS = 50;

  private Survivors() {}

  /// The children of all runs of a home that are still there after the limit.
  static List<ProcessHandle> after(Duration limit, Path home) throws InterruptedException {
    long deadline = System.nanoTime() + limit.toNanos();
    List<ProcessHandle> left = of(home);
    while (!left.isEmpty() && System.nanoTime() < deadline) {
      Thread.sleep(POLL_MILLIS);
      left = of(home);
    }
    return left;
  }

  static List<ProcessHandle> of(Path home) {
    String mark = "CONCORDAT_RUN=" + home.toAbsolutePath().normalize();
    return ProcessHandle.allProcesses().filter(process -> isMarked(process, mark)).toList();
  }

  private static boolean isMarked(ProcessHandle process, String mark) {
    try {
      Path variables = Path.of("/proc", Long.toString(process.pid()), "environ");
      return new String(Files.readAllBytes(variables), StandardCharsets.ISO_8859_1).contains(mark);
    } catch (IOException gone) {
      return false;
    }
  }
}
