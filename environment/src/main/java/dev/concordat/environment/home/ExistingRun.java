package dev.concordat.environment.home;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A run found on the disk, whoever owns it.
record ExistingRun(Path path) {
  boolean isFinished() {
    return Files.exists(path.resolve(RunFolder.FINISHED)) && !RunFolder.OWN.contains(path);
  }

  /// Whether a living process holds the run's lock.
  boolean isAlive() {
    if (RunFolder.OWN.contains(path)) {
      return true;
    }
    if (isFinished()) {
      return false;
    }
    try (var channel = FileChannel.open(path.resolve(RunFolder.LOCK), StandardOpenOption.WRITE);
        var lock = channel.tryLock()) {
      return lock == null;
    } catch (OverlappingFileLockException _) {
      // Another thread of this very process holds it.
      return true;
    } catch (IOException _) {
      // Somebody else's, unreadable or just removed: not ours to touch.
      return true;
    }
  }

  Optional<RunInfo> info() {
    try {
      List<String> lines = Files.readAllLines(path.resolve(RunFolder.OWNER));
      return Optional.of(
          new RunInfo(
              path.getFileName().toString(),
              Long.parseLong(lines.get(0)),
              Instant.parse(lines.get(1)),
              lines.get(2),
              path));
    } catch (IOException
        | DateTimeException
        | NumberFormatException
        | IndexOutOfBoundsException _) {
      return Optional.empty();
    }
  }

  /// Ends the children of a run whose owner is dead, and removes its data. Holds the lock meanwhile, so that two processes
  /// do not clear the same run.
  void clearIfDead() {
    if (RunFolder.OWN.contains(path) || isFinished()) {
      return;
    }
    try (var channel = FileChannel.open(path.resolve(RunFolder.LOCK), StandardOpenOption.WRITE);
        var lock = channel.tryLock()) {
      if (lock == null) {
        return;
      }
      children().forEach(ExistingRun::end);
      Folders.delete(path.resolve(RunFolder.DATA));
      Files.writeString(path.resolve(RunFolder.FINISHED), Instant.now().toString());
    } catch (OverlappingFileLockException _) {
      // Another start in this very process is at it, or runs there.
    } catch (IOException _) {
      // Not ours to touch, or gone; the next start tries again.
    }
  }

  void delete() {
    try {
      Folders.delete(path);
    } catch (IOException _) {
      // Pruning is a kindness to the disk; the next start tries again.
    }
  }

  void deleteKept() {
    try {
      Folders.delete(path.resolve(RunFolder.KEPT));
    } catch (IOException _) {
      // As above.
    }
  }

  private Stream<ProcessId> children() throws IOException {
    Path list = path.resolve(RunFolder.PROCESSES);
    return Files.exists(list)
        ? Files.readAllLines(list).stream().flatMap(line -> parse(line).stream())
        : Stream.empty();
  }

  private static Optional<ProcessId> parse(String line) {
    String[] words = line.split(" ", 3);
    try {
      return Optional.of(new ProcessId(Long.parseLong(words[0]), Instant.parse(words[1])));
    } catch (DateTimeException | NumberFormatException | IndexOutOfBoundsException _) {
      return Optional.empty();
    }
  }

  private static void end(ProcessId child) {
    child
        .find()
        .ifPresent(
            process -> {
              process.descendants().forEach(ProcessHandle::destroyForcibly);
              process.destroyForcibly();
            });
  }
}
