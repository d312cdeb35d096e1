package dev.concordat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.cli.command.Commands;
import dev.concordat.cli.console.Console;
import dev.concordat.cli.run.Installation;
import dev.concordat.report.terminal.Style;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CommandLineTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  @TempDir private Path folder;

  @Test
  void explainsARule() {
    int exitCode = run("explain", "conform/undocumented-status");

    assertThat(exitCode).isZero();
    assertThat(text(out)).startsWith("conform/undocumented-status – ").contains("To fix it: ");
  }

  @Test
  void listsAllRulesAsJson() {
    int exitCode = run("explain", "--format", "json");

    assertThat(exitCode).isZero();
    assertThat(text(out)).startsWith("[\n  {\n    \"id\": \"");
  }

  @Test
  void saysAsJsonWhatIsRunning() {
    int exitCode = run("down", "--format", "json");

    assertThat(exitCode).isZero();
    assertThat(text(out)).isEqualTo("{\n  \"running\": []\n}\n");
  }

  @Test
  void showsExamplesInTheHelpOfEveryCommand() {
    int exitCode = run("explain", "--help");

    assertThat(exitCode).isZero();
    assertThat(text(out)).contains("Examples:\n  concordat explain");
  }

  @Test
  void printsACompletionScriptThatKnowsTheCommands() {
    int exitCode = run("completion");

    assertThat(exitCode).isZero();
    assertThat(text(out)).contains("#!/usr/bin/env bash").contains("explain");
  }

  @Nested
  class Failures {
    @Test
    void anUnknownCommandGetsASuggestion() {
      int exitCode = run("explian");

      assertThat(exitCode).isEqualTo(2);
      assertThat(text(err)).contains("'explian'").contains("Did you mean \"explain\"?");
      assertThat(text(out)).isEmpty();
    }

    @Test
    void anUnknownFlagGetsASuggestion() {
      int exitCode = run("explain", "--fromat", "json");

      assertThat(exitCode).isEqualTo(2);
      assertThat(text(err))
          .contains("--fromat")
          .contains("--format")
          .contains("Try 'concordat explain --help'");
    }

    @Test
    void anUnknownRuleGetsASuggestion() {
      int exitCode = run("explain", "conform/wrong-tipe");

      assertThat(exitCode).isEqualTo(2);
      assertThat(text(err)).contains("Did you mean \"conform/wrong-type\"?");
    }
  }

  private int run(String... arguments) {
    Console console =
        new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            Style.PLAIN,
            100);
    Path root = Path.of(System.getProperty("concordat.root", "."));
    Installation installation =
        new Installation(
            root,
            root.resolve("environment/parts/target"),
            folder.resolve("home"),
            folder,
            Map.of());
    return new Commands(console, installation).run(arguments);
  }

  private static String text(ByteArrayOutputStream stream) {
    return stream.toString(StandardCharsets.UTF_8);
  }
}
