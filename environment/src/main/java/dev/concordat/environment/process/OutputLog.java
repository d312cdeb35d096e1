package dev.concordat.environment.process;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/// What a child writes: its last lines in memory, everything in a file of limited size with one older file beside it.
/// Thread-safe.
final class OutputLog {
  /// Lines kept in memory.
  private static final int LAST_LINES = 400;

  /// Longer lines are cut in memory, not in the file.
  private static final int LINE_BYTES = 2_000;

  private static final long FILE_BYTES = 16L << 20;
  private static final int CHUNK_BYTES = 16 << 10;

  /// Colours and the like (ECMA-48, CSI): the file has them, a message has no use for them.
  private static final Pattern COLOURS = Pattern.compile("\u001b\\[[0-9;?]*[ -/]*[@-~]");

  private final Path file;
  private final Deque<String> lines = new ArrayDeque<>();
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();

  OutputLog(Path file) {
    this.file = file;
  }

  /// Reads to the end. A full disk ends the file, never the reading: the child must not block.
  void drain(InputStream output) throws IOException {
    byte[] chunk = new byte[CHUNK_BYTES];
    boolean isWritable = true;
    long written = 0;
    OutputStream out = open();
    try {
      for (int read = output.read(chunk); read >= 0; read = output.read(chunk)) {
        remember(chunk, read);
        if (isWritable) {
          try {
            if (written > FILE_BYTES) {
              out.close();
              Files.move(file, older(), StandardCopyOption.REPLACE_EXISTING);
              out = open();
              written = 0;
            }
            out.write(chunk, 0, read);
            out.flush();
            written += read;
          } catch (IOException _) {
            isWritable = false;
          }
        }
      }
    } finally {
      out.close();
      endLine();
    }
  }

  synchronized List<String> lastLines(int count) {
    return lines.stream().skip(Math.max(0, lines.size() - count)).toList();
  }

  Path file() {
    return file;
  }

  private OutputStream open() throws IOException {
    return new BufferedOutputStream(Files.newOutputStream(file));
  }

  private Path older() {
    return file.resolveSibling(file.getFileName() + ".1");
  }

  private synchronized void remember(byte[] chunk, int length) {
    for (int i = 0; i < length; i++) {
      if (chunk[i] == '\n') {
        endLine();
      } else if (line.size() < LINE_BYTES && chunk[i] != '\r') {
        line.write(chunk[i]);
      }
    }
  }

  private synchronized void endLine() {
    if (line.size() == 0) {
      return;
    }
    String written = COLOURS.matcher(line.toString(StandardCharsets.UTF_8)).replaceAll("");
    line.reset();
    if (written.isBlank()) {
      return;
    }
    lines.addLast(written);
    if (lines.size() > LAST_LINES) {
      lines.removeFirst();
    }
  }
}
