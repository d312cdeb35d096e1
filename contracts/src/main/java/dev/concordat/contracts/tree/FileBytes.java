package dev.concordat.contracts.tree;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// The bytes of files. Read at once, a file is copied through a buffer of its own size, which has to be made first.
final class FileBytes {
  private static final int MAX_READ = 1 << 16;

  private FileBytes() {}

  /// @throws IOException if the file cannot be read
  static byte[] of(Path file) throws IOException {
    byte[] bytes = new byte[Math.toIntExact(Files.size(file))];
    try (InputStream in = Files.newInputStream(file)) {
      int size = 0;
      int count = 0;
      while (size < bytes.length && count >= 0) {
        count = in.read(bytes, size, Math.min(MAX_READ, bytes.length - size));
        size += Math.max(0, count);
      }
      // Whoever writes it may have gone on, and a pipe has no size.
      byte[] more = in.readAllBytes();
      if (size == bytes.length && more.length == 0) {
        return bytes;
      }
      byte[] all = Arrays.copyOf(bytes, size + more.length);
      System.arraycopy(more, 0, all, size, more.length);
      return all;
    }
  }
}
