package dev.concordat.environment.home;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A process that cannot be mistaken for another: ids are used again, but not with the same start.
record ProcessId(long pid, Instant start) {
  /// Starts are read from the kernel's clock ticks, and the same process may be read a tick apart.
  private static final Duration TOLERANCE = Duration.ofMillis(50);

  static Optional<ProcessId> of(long pid) {
    return ProcessHandle.of(pid)
        .flatMap(process -> process.info().startInstant())
        .map(start -> new ProcessId(pid, start));
  }

  static ProcessId current() {
    long pid = ProcessHandle.current().pid();
    return of(pid).orElse(new ProcessId(pid, Instant.EPOCH));
  }

  /// The process, if it is still the same one.
  Optional<ProcessHandle> find() {
    return ProcessHandle.of(pid)
        .filter(process -> process.info().startInstant().filter(this::isSame).isPresent());
  }

  private boolean isSame(Instant other) {
    return Duration.between(start, other).abs().compareTo(TOLERANCE) <= 0;
  }
}
