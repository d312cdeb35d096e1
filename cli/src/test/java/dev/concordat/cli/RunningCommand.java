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
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/// A command while it runs in this process until it is told to stop.
final class RunningCommand {
  static final int MAX_SECONDS = 60;

  private final CompletableFuture<Integer> exitCode = new CompletableFuture<>();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Thread thread;

  /// @param lines is told each line of either stream
  RunningCommand(Path home, Path folder, List<String> arguments, Consumer<String> lines) {
    Console console = new Console(told(out, lines), told(err, lines), false, Style.PLAIN, 100);
    Installation installation =
        new Installation(
            CommandTester.ROOT,
            Path.of(
                System.getProperty(
                    "concordat.parts",
                    CommandTester.ROOT.resolve("environment/parts/target").toString())),
            home,
            folder,
            Map.of());
    Commands commands =
        new Commands(
            console,
            installation,
            new ByteArrayInputStream(new byte[0]),
            () -> CommandTester.TODAY);
    this.thread =
        Thread.ofPlatform()
            .start(() -> exitCode.complete(commands.run(arguments.toArray(String[]::new))));
  }

  private static PrintStream told(ByteArrayOutputStream to, Consumer<String> lines) {
    return new PrintStream(to, true, StandardCharsets.UTF_8) {
      @Override
      public void println(String line) {
        super.println(line);
        lines.accept(line);
      }
    };
  }

  /// Completes when it ends, by itself or stopped.
  CompletableFuture<Integer> exitCode() {
    return exitCode;
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
