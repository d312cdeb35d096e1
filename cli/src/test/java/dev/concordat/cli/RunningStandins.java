package dev.concordat.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `concordat standin` while it runs in this process.
final class RunningStandins {
  private static final Pattern ADDRESS =
      Pattern.compile("answers at  (http://127\\.0\\.0\\.1:[0-9]+)");

  private final CompletableFuture<Boolean> started = new CompletableFuture<>();
  private final RunningCommand command;

  private RunningStandins(Path home, Path folder, List<String> arguments) {
    this.command =
        new RunningCommand(
            home,
            folder,
            arguments,
            line -> {
              if (line.equals("ctrl-C ends it")) {
                started.complete(true);
              }
            });
    var _ = command.exitCode().thenRun(() -> started.complete(false));
  }

  static RunningStandins start(Path home, Path folder, String... arguments) {
    return new RunningStandins(home, folder, List.of(arguments));
  }

  /// Where they answer, in the order in which that is printed; none where nothing was started.
  List<String> addresses() throws ExecutionException, InterruptedException, TimeoutException {
    List<String> found = new ArrayList<>();
    if (started.get(RunningCommand.MAX_SECONDS, TimeUnit.SECONDS)) {
      Matcher matcher = ADDRESS.matcher(command.out());
      while (matcher.find()) {
        found.add(matcher.group(1));
      }
    }
    return found;
  }

  int stop() throws ExecutionException, InterruptedException, TimeoutException {
    return command.stop();
  }

  String out() {
    return command.out();
  }

  String err() {
    return command.err();
  }
}
