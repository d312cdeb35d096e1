package dev.concordat.cli.revision;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// The contents of objects, one after another, from one `git cat-file --batch`. Contents come as they are stored: no filter, no
/// change of line ends. Not thread-safe.
final class Contents implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final int MAX_HEADER_BYTES = 1_000;

  private final Process process;
  private final Deadline deadline;
  private final OutputStream questions;
  private final InputStream answers;

  Contents(Git git) throws IOException {
    this.process = git.start("cat-file", "--batch");
    this.deadline = Deadline.of(process, LIMIT);
    this.questions = process.getOutputStream();
    this.answers = new BufferedInputStream(process.getInputStream());
  }

  /// The content of an object.
  ///
  /// @throws IOException if it is not here, or larger than is allowed
  byte[] of(String object, int maxBytes) throws IOException {
    questions.write((object + "\n").getBytes(StandardCharsets.US_ASCII));
    questions.flush();
    String[] header = header().split(" ", -1);
    if (header.length != 3) {
      throw new IOException(
          deadline.isOver()
              ? "git took more than " + LIMIT.toSeconds() + " s"
              : "the clone does not hold the content of the file; fetch it first");
    }
    long size = Long.parseLong(header[2]);
    if (size > maxBytes) {
      throw new IOException("the file has " + size + " bytes; " + maxBytes + " are allowed");
    }
    byte[] content = answers.readNBytes((int) size);
    if (content.length < size || answers.read() != '\n') {
      throw new IOException("git ended before the file did");
    }
    return content;
  }

  private String header() throws IOException {
    var line = new StringBuilder();
    for (int c = answers.read(); c >= 0 && c != '\n'; c = answers.read()) {
      if (line.length() >= MAX_HEADER_BYTES) {
        throw new IOException("git answers what it should not");
      }
      line.append((char) c);
    }
    return line.toString();
  }

  @Override
  public void close() {
    deadline.close();
    process.destroyForcibly();
  }
}
