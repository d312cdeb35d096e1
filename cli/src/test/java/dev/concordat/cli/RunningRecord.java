package dev.concordat.cli;

import dev.concordat.cli.command.Commands;
import dev.concordat.cli.console.Console;
import dev.concordat.cli.run.Installation;
import dev.concordat.report.terminal.Style;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `concordat record` while it runs in this process.
final class RunningRecord {
  private static final int MAX_SECONDS = 60;
  private static final Pattern ADDRESS = Pattern.compile("http://localhost:[0-9]+");

  private final CompletableFuture<URI> address = new CompletableFuture<>();
  private final CompletableFuture<Integer> exitCode = new CompletableFuture<>();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Thread thread;

  private RunningRecord(Path home, Path folder, List<String> arguments) {
    var err =
        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8) {
          @Override
          public void println(String line) {
            boolean isAddress = line.contains("send requests to") || line.contains("HTTP_PROXY");
            Matcher found =
                ADDRESS.matcher(isAddress ? line.substring(line.lastIndexOf("http")) : "");
            if (found.find()) {
              address.complete(URI.create(found.group()));
            }
          }
        };
    Console console =
        new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8), err, false, Style.PLAIN, 100);
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
            .start(() -> exitCode.complete(commands.run(arguments.toArray(String[]::new))));
  }

  static RunningRecord start(Path home, Path folder, String... arguments) {
    return new RunningRecord(home, folder, List.of(arguments));
  }

  /// Where requests are sent to.
  URI address() throws ExecutionException, InterruptedException, TimeoutException {
    return address.get(MAX_SECONDS, TimeUnit.SECONDS);
  }

  /// Stops it and waits for its files.
  int stop() throws ExecutionException, InterruptedException, TimeoutException {
    thread.interrupt();
    return exitCode.get(MAX_SECONDS, TimeUnit.SECONDS);
  }

  String out() {
    return out.toString(StandardCharsets.UTF_8);
  }
}
