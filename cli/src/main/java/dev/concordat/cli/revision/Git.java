package dev.concordat.cli.revision;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The `git` executable, asked only for what lies in the repository already: no hooks, no network, no prompts, no filters.
final class Git {
  /// One question that is answered from the list of files; a repository of a million files needs a few seconds.
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private static final int MAX_ANSWER_BYTES = 256 * 1024 * 1024;
  private static final int MAX_ERROR_BYTES = 64 * 1024;

  private static final List<String> COMMAND =
      List.of(
          "git",
          "--no-pager",
          "-c",
          "core.hooksPath=/dev/null",
          "-c",
          "core.fsmonitor=false",
          "-c",
          "protocol.allow=never");

  private final Path folder;

  /// @param folder where the commands are given
  Git(Path folder) {
    this.folder = folder;
  }

  /// What a command ended with and wrote.
  ///
  /// @param exitCode 0 when it did what was asked
  @SuppressWarnings("ArrayRecordComponent") // read once, never compared
  record Answer(int exitCode, byte[] out, String err) {
    boolean isGood() {
      return exitCode == 0;
    }

    String text() {
      return new String(out, StandardCharsets.UTF_8).strip();
    }
  }

  /// Runs a command to its end.
  ///
  /// @throws IOException if git cannot be started, takes longer than is allowed, or writes more
  Answer ask(String... arguments) throws IOException {
    return answer(start(arguments), arguments);
  }

  /// Runs a command on an index of its own.
  ///
  /// @throws IOException as above, and where the command fails
  void askWithIndex(Path index, String... arguments) throws IOException {
    var builder = builder(arguments);
    builder.environment().put("GIT_INDEX_FILE", index.toString());
    Answer answer = answer(builder.start(), arguments);
    if (!answer.isGood()) {
      throw new IOException("git " + arguments[0] + ": " + answer.err().strip());
    }
  }

  private static Answer answer(Process process, String... arguments) throws IOException {
    try (Deadline deadline = Deadline.of(process, LIMIT)) {
      process.getOutputStream().close();
      var errors = new ByteArrayOutputStream();
      Thread reader = Thread.startVirtualThread(() -> copyErrors(process, errors));
      byte[] out = process.getInputStream().readNBytes(MAX_ANSWER_BYTES);
      boolean isTooMuch = process.getInputStream().read() >= 0;
      if (isTooMuch) {
        throw new IOException(
            "git " + arguments[0] + " wrote more than " + MAX_ANSWER_BYTES + " bytes");
      }
      int exitCode = waitFor(process, reader);
      if (deadline.isOver()) {
        throw new IOException(
            "git " + arguments[0] + " took more than " + LIMIT.toSeconds() + " s");
      }
      return new Answer(exitCode, out, errors.toString(StandardCharsets.UTF_8));
    } finally {
      process.destroyForcibly();
    }
  }

  /// Starts a command that is asked several things.
  Process start(String... arguments) throws IOException {
    return builder(arguments).start();
  }

  private ProcessBuilder builder(String... arguments) {
    List<String> command = new ArrayList<>(COMMAND);
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("GIT_TERMINAL_PROMPT", "0");
    builder.environment().put("GIT_OPTIONAL_LOCKS", "0");
    builder.environment().put("GIT_NO_LAZY_FETCH", "1");
    builder.environment().put("LC_ALL", "C");
    return builder;
  }

  private static int waitFor(Process process, Thread reader) throws IOException {
    try {
      reader.join();
      process.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while git was running", e);
    }
  }

  private static void copyErrors(Process process, ByteArrayOutputStream errors) {
    try (InputStream in = process.getErrorStream()) {
      errors.writeBytes(in.readNBytes(MAX_ERROR_BYTES));
      in.transferTo(java.io.OutputStream.nullOutputStream());
    } catch (IOException ended) {
      // The exit code says what happened.
    }
  }
}
