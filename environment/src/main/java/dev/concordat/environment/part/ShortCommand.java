package dev.concordat.environment.part;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// A command that ends by itself, soon.
///
/// @param code its exit code; {@link #NOT_STARTED} where there is no such command
record ShortCommand(int code, List<String> lines) {
  static final int NOT_STARTED = 127;

  static ShortCommand run(List<String> command, Map<String, String> variables)
      throws InterruptedException {
    return run(command, variables, "");
  }

  /// @param input what the command reads; short, so that it fits into the pipe
  static ShortCommand run(List<String> command, Map<String, String> variables, String input)
      throws InterruptedException {
    try {
      var builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().putAll(variables);
      Process process = builder.start();
      try (var stdin = process.getOutputStream()) {
        stdin.write(input.getBytes(StandardCharsets.UTF_8));
      }
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new ShortCommand(process.waitFor(), output.lines().toList());
    } catch (IOException e) {
      return new ShortCommand(NOT_STARTED, List.of(String.valueOf(e.getMessage())));
    }
  }

  boolean isGood() {
    return code == 0;
  }
}
