package dev.concordat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/// Budgets against another revision of the repository: both versions run side by side and are asked in turn.
@Tag("slow")
@Isolated("compares how long two versions take")
class RelativeBudgetTest {
  private static final String SLOWER =
      "server.createContext(\"/greeting\", exchange -> {\n"
          + "      try { Thread.sleep(60); } catch (InterruptedException e) { return; }";

  @TempDir private Path temporary;
  private GreeterWorkspace workspace;
  private CommandTester commands;

  @BeforeEach
  void aRepositoryWithOneVersion() {
    Path folder = temporary.resolve("shop/services");
    workspace =
        GreeterWorkspace.in(folder)
            .replacing(
                "concordat.yaml",
                "    port: PORT\n",
                "    port: PORT\n    budgets: {greet: p90 < 3x main}\n");
    ComparedWorkspace.git(folder.resolveSibling("."), "init", "--quiet", "--initial-branch=main");
    commit();
    commands = new CommandTester(temporary.resolve("home"), folder);
  }

  private void commit() {
    Path root = temporary.resolve("shop");
    ComparedWorkspace.git(root, "add", "--all");
    ComparedWorkspace.git(root, "commit", "--quiet", "--no-gpg-sign", "--message", "a version");
  }

  @Test
  void aVersionThatIsSlowerThanTheOtherByMoreThanItsBudgetFails() {
    // Given
    workspace.replacing(
        "greeter/Main.java", "server.createContext(\"/greeting\", exchange -> {", SLOWER);

    // When
    CommandTester.Result result = commands.run("test", "--only", "timing");

    // Then
    assertThat(result.out())
        .as(result.err())
        .contains("timing/slower-than-version", "greeter.greet", "in main", "runs of each");
    assertThat(result.exitCode()).isEqualTo(1);
  }

  @Test
  void aVersionThatIsAsFastAsTheOtherPasses() {
    // Given
    workspace.replacing("concordat.yaml", "3x main", "5x nowhere");

    // When
    CommandTester.Result result = commands.run("test", "--only", "timing", "--against", "HEAD");

    // Then
    assertThat(result.out()).as(result.err()).contains("budget  greeter.greet  pass");
    assertThat(result.exitCode()).isZero();
  }

  @Test
  void aStepOfAFlowIsComparedToo() {
    // Given
    workspace
        .with(
            "flows/hello.flow.yaml",
            """
            flow: a greeting is answered
            steps:
              - id: hello
                call: greeter.greet
            budget: {hello: p50 < 2x main, runs: 60}
            """)
        .replacing("concordat.yaml", "    budgets: {greet: p90 < 3x main}\n", "")
        .replacing(
            "greeter/Main.java", "server.createContext(\"/greeting\", exchange -> {", SLOWER);

    // When
    CommandTester.Result result = commands.run("test", "--only", "timing");

    // Then
    assertThat(result.out())
        .as(result.err())
        .contains("timing/slower-than-version", "60 runs of each");
    assertThat(result.exitCode()).isEqualTo(1);
  }

  @Test
  void aRevisionThatIsNotHereIsSaid() {
    // When
    CommandTester.Result result =
        commands.run("test", "--only", "timing", "--against", "no-such-branch");

    // Then
    assertThat(result.out() + result.err())
        .contains("no-such-branch", "the repository has no such revision", "fetch-depth: 0");
    assertThat(result.exitCode()).isNotZero();
  }
}
