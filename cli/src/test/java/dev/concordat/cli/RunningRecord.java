package dev.concordat.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `concordat record` while it runs in this process.
final class RunningRecord {
  private static final Pattern ADDRESS = Pattern.compile("http://localhost:[0-9]+");

  private final CompletableFuture<URI> address = new CompletableFuture<>();
  private final RunningCommand command;

  private RunningRecord(Path home, Path folder, List<String> arguments) {
    this.command =
        new RunningCommand(
            home,
            folder,
            arguments,
            line -> {
              boolean isAddress = line.contains("send requests to") || line.contains("HTTP_PROXY");
              Matcher found =
                  ADDRESS.matcher(isAddress ? line.substring(line.lastIndexOf("http")) : "");
              if (found.find()) {
                address.complete(URI.create(found.group()));
              }
            });
  }

  static RunningRecord start(Path home, Path folder, String... arguments) {
    return new RunningRecord(home, folder, List.of(arguments));
  }

  /// Where requests are sent to.
  URI address() throws ExecutionException, InterruptedException, TimeoutException {
    return address.get(RunningCommand.MAX_SECONDS, TimeUnit.SECONDS);
  }

  /// Stops it and waits for its files.
  int stop() throws ExecutionException, InterruptedException, TimeoutException {
    return command.stop();
  }

  String out() {
    return command.out();
  }
}
