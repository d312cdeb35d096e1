package dev.concordat.cli.standin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;

/// Tells when one of some files changes.
final class ContractWatch {
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

  private final List<Path> files;
  private final Runnable changed;

  ContractWatch(List<Path> files, Runnable changed) {
    this.files = List.copyOf(files);
    this.changed = changed;
  }

  /// Watches on a thread of its own until that is interrupted.
  Thread start() {
    List<FileTime> before = times();
    return Thread.ofVirtual().name("concordat-watch").start(() -> watch(before));
  }

  private void watch(List<FileTime> first) {
    List<FileTime> before = first;
    try {
      while (!files.isEmpty()) {
        Thread.sleep(BETWEEN_LOOKS);
        List<FileTime> now = times();
        if (!now.equals(before)) {
          before = now;
          changed.run();
        }
      }
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    }
  }

  private List<FileTime> times() {
    return files.stream().map(ContractWatch::time).toList();
  }

  private static FileTime time(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException beingWritten) {
      return FileTime.fromMillis(0);
    }
  }
}
