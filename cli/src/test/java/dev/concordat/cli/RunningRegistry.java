package dev.concordat.cli;

import dev.concordat.cli.command.Commands;
import dev.concordat.cli.console.Console;
import dev.concordat.cli.run.Installation;
import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.report.terminal.Style;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// `concordat serve` while it runs in this process, on a free port.
final class RunningRegistry implements AutoCloseable {
  private static final int MAX_SECONDS = 120;

  private final CompletableFuture<JsonObject> ready = new CompletableFuture<>();
  private final CompletableFuture<Integer> exitCode = new CompletableFuture<>();
  private final Thread thread;

  RunningRegistry(Path home, Path data, String... more) {
    var out =
        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8) {
          @Override
          public void println(String line) {
            if (JsonParser.parse(line).value().orElse(JsonObject.EMPTY)
                instanceof JsonObject said) {
              ready.complete(said);
            }
          }
        };
    var err = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    Console console = new Console(out, err, false, Style.PLAIN, 100);
    Path parts =
        Path.of(
            System.getProperty(
                "concordat.parts",
                CommandTester.ROOT.resolve("environment/parts/target").toString()));
    Installation installation = new Installation(CommandTester.ROOT, parts, home, data, Map.of());
    Commands commands =
        new Commands(
            console, installation, new ByteArrayInputStream(new byte[0]), () -> LocalDate.EPOCH);
    String[] arguments = new String[more.length + 7];
    String[] first = {"serve", "--port", "0", "--format", "json", "--data", data.toString()};
    System.arraycopy(first, 0, arguments, 0, first.length);
    System.arraycopy(more, 0, arguments, first.length, more.length);
    this.thread = Thread.ofPlatform().start(() -> exitCode.complete(commands.run(arguments)));
  }

  /// The environment variables by which commands find it.
  Map<String, String> variables() throws Exception {
    JsonObject said = ready.get(MAX_SECONDS, TimeUnit.SECONDS);
    return Map.of("CONCORDAT_REGISTRY", text(said, "url"), "CONCORDAT_TOKEN", text(said, "token"));
  }

  private static String text(JsonObject json, String name) {
    return json.member(name).orElse(json) instanceof JsonString(String text) ? text : "";
  }

  /// Ends it in order.
  int stop() throws Exception {
    thread.interrupt();
    return exitCode.get(MAX_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    thread.interrupt();
    var _ = exitCode.orTimeout(MAX_SECONDS, TimeUnit.SECONDS).join();
  }
}
