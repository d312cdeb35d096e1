package dev.concordat.cli.provider;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// The command of `--before`: it puts the provider into the state that a run begins with.
final class BeforeCommand {
  private static final int MAX_MINUTES = 5;

  private BeforeCommand() {}

  /// Runs it in a shell, with the provider's address in `URL`; what it says goes to standard error.
  ///
  /// @return what went wrong; empty when nothing did
  static Optional<String> run(String command, Path folder, String url) {
    var builder = new ProcessBuilder("/bin/sh", "-c", command).directory(folder.toFile());
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.redirectOutput(ProcessBuilder.Redirect.to(Path.of("/dev/stderr").toFile()));
    Map<String, String> environment = builder.environment();
    environment.put("URL", url);
    try {
      Process process = builder.start();
      if (!process.waitFor(MAX_MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        return Optional.of("--before did not end within " + MAX_MINUTES + " minutes");
      }
      return process.exitValue() == 0
          ? Optional.empty()
          : Optional.of("--before ended with " + process.exitValue());
    } catch (IOException e) {
      return Optional.of("--before cannot be started: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("--before was interrupted");
    }
  }
}
