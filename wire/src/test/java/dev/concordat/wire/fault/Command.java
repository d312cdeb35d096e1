package dev.concordat.wire.fault;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Runs a program of this machine.
final class Command {
  private Command() {}

  /// The first line it prints; nothing when it is not here.
  static Optional<String> firstLine(String... command) {
    try {
      return output(List.of(command)).stream().findFirst();
    } catch (IOException notHere) {
      return Optional.empty();
    }
  }

  static List<String> output(List<String> command) throws IOException {
    return output(command, Map.of());
  }

  static List<String> output(List<String> command, Map<String, String> environment)
      throws IOException {
    var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().putAll(environment);
    Process process = builder.start();
    try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
      return reader.readAllLines();
    }
  }
}
