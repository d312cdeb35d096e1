package dev.concordat.report;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Writes files that appear whole or not at all.
public final class WholeFile {
  private WholeFile() {}

  /// Writes a text, replacing an older one. Two that write the same file at once do not mix: one of the two texts stays.
  public static void write(Path file, String text) throws IOException {
    // Not a temporary file of the library's, which only its owner could read.
    String writer = ProcessHandle.current().pid() + "-" + Thread.currentThread().threadId();
    Path draft = file.resolveSibling("." + file.getFileName() + "." + writer + ".part");
    try {
      Files.writeString(draft, text);
      move(draft, file);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static void move(Path draft, Path file) throws IOException {
    try {
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
