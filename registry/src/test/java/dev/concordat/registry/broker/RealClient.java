package dev.concordat.registry.broker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A program that does what teams do with a real client library: it is told a step by a line, tells what came of it, and
/// says `DONE`. It is ended after a limit of its whole life, so that a client that hangs fails a test and holds up nothing.
final class RealClient implements AutoCloseable {
  private static final long LIMIT_SECONDS = 600;
  private static final String DONE = "DONE";
  private static final String ENDED = "THE CLIENT ENDED";

  private final Process process;
  private final BufferedReader answers;
  private final Writer steps;
  private boolean hasEnded;

  private RealClient(Process process) {
    this.process = process;
    this.answers = process.inputReader(StandardCharsets.UTF_8);
    this.steps = process.outputWriter(StandardCharsets.UTF_8);
  }

  /// Starts one.
  ///
  /// @param folder where it works
  static RealClient start(Path folder, List<String> command) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    // Clients would tell their makers that they are used.
    builder.environment().put("PACT_DO_NOT_TRACK", "true");
    builder.environment().put("pact_do_not_track", "true");
    Process process = builder.start();
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                  end(process);
                }
              } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
              }
            });
    return new RealClient(process);
  }

  /// Does one step.
  ///
  /// @return everything that the program said of it
  String step(String line) throws IOException {
    if (hasEnded) {
      return ENDED;
    }
    steps.write(line + "\n");
    steps.flush();
    StringBuilder said = new StringBuilder();
    for (String answer = answers.readLine(); !DONE.equals(answer); answer = answers.readLine()) {
      if (answer == null) {
        hasEnded = true;
        return said.append(ENDED).toString();
      }
      said.append(answer).append('\n');
    }
    return said.toString();
  }

  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  @Override
  public void close() {
    end(process);
  }
}
