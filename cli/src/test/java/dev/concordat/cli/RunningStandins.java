package dev.concordat.cli;

import dev.concordat.cli.command.Commands;
import dev.concordat.cli.console.Console;
import dev.concordat.cli.run.Installation;
import dev.concordat.report.terminal.Style;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `concordat standin` while it runs in this process.
final class RunningStandins {
  private static final int MAX_SECONDS = 60;
  private static final Pattern ADDRESS =
      Pattern.compile("answers at  (http://127\\.0\\.0\\.1:[0-9]+)");

  private final CompletableFuture<Boolean> started = new CompletableFuture<>();
  private final CompletableFuture<Integer> exitCode = new CompletableFuture<>();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Thread thread;

  private RunningStandins(Path home, Path folder, List<String> arguments) {
    var seen =
        new PrintStream(out, true, StandardCharsets.UTF_8) {
          @Override
          public void println(String line) {
            super.println(line);
            if (line.equals("ctrl-C ends it")) {
              started.complete(true);
            }
          }
        };
    Console console =
        new Console(
            seen, new PrintStream(err, true, StandardCharsets.UTF_8), false, Style.PLAIN, 100);
    Installation installation =
        new Installation(CommandTester.ROOT, CommandTester.ROOT, home, folder, Map.of());
    Commands commands =
        new Commands(
            console,
            installation,
            new ByteArrayInputStream(new byte[0]),
            () -> CommandTester.TODAY);
    this.thread =
        Thread.ofPlatform()
            .start(
                () -> {
                  exitCode.complete(commands.run(arguments.toArray(String[]::new)));
                  started.complete(false);
                });
  }

  static RunningStandins start(Path home, Path folder, String... arguments) {
    return new RunningStandins(home, folder, List.of(arguments));
  }

  /// Where they answer, in the order in which that is printed; none where nothing was started.
  List<String> addresses() throws ExecutionException, InterruptedException, TimeoutException {
    List<String> found = new ArrayList<>();
    if (started.get(MAX_SECONDS, TimeUnit.SECONDS)) {
      Matcher matcher = ADDRESS.matcher(out());
      while (matcher.find()) {
        found.add(matcher.group(1));
      }
    }
    return found;
  }

  int stop() throws ExecutionException, InterruptedException, TimeoutException {
    thread.interrupt();
    return exitCode.get(MAX_SECONDS, TimeUnit.SECONDS);
  }

  String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
