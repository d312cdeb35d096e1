package dev.concordat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.environment.part.FreePorts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Systems that cannot be tested because they do not start: exit code 3, their last lines, nothing left running.
@Tag("slow")
@Order(1)
final class BrokenSystemTest {
  private static final String MAIN = "greeter/Main.java";

  @TempDir private Path temporary;
  private GreeterWorkspace workspace;
  private CommandTester concordat;

  @BeforeEach
  void aWorkspace() throws IOException {
    Path folder = Files.createDirectories(temporary.resolve("workspace"));
    workspace = GreeterWorkspace.in(folder);
    concordat = new CommandTester(temporary.resolve("home"), folder);
  }

  @AfterEach
  void nothingIsLeftRunning() {
    assertThat(Survivors.of(temporary.resolve("home"))).isEmpty();
  }

  @Test
  void aWorkspaceThatIsRightHolds() {
    CommandTester.Result result = concordat.run("test");

    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out()).startsWith("✓ ").doesNotContain("\u001b");
    assertThat(result.err()).doesNotContain("\u001b");
  }

  @Test
  void aFlowFromAnotherFolderBelongsToTheWorkspaceAboveIt() {
    var elsewhere = new CommandTester(temporary.resolve("home"), temporary);

    CommandTester.Result result =
        elsewhere.run("test", "workspace/flows/hello.flow.yaml", "--format", "json");

    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out()).startsWith("{").endsWith("}\n");
  }

  @Test
  void aSystemThatExitsIsShownWithItsLastLines() {
    workspace.replacing(MAIN, "int port", "System.exit(no(\"no licence file\")); int port");
    workspace.replacing(
        MAIN,
        "public class Main {",
        "public class Main {\n  static int no(String why) {\n    System.err.println(why);\n    return 7;\n  }\n");

    CommandTester.Result result = concordat.run("test");

    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.err())
        .contains("greeter: ended with exit code 7 before it was ready")
        .contains("| no licence file");
  }

  @Test
  void aRequestThatEndsASystemIsItsOwnersAndTheOtherCasesAreTried() {
    workspace.replacing(
        MAIN, "byte[] body", "System.err.println(\"Error: no more\"); System.exit(9); byte[] body");

    CommandTester.Result result = concordat.run("test");

    assertThat(result.exitCode()).as(result.out()).isEqualTo(1);
    assertThat(result.out())
        .startsWith("✗ 1 incident")
        .contains(
            "✗ conform/system-died   greeter   greeter.greet   owner: team-a",
            "GET /greeting: greeter ended with exit code 9",
            "Error: no more")
        .doesNotContain("could not run", "skipped");
  }

  @Test
  void aSystemThatEndsOnceIsNotedAndNobodyIsBlamed() {
    workspace.replacing(
        MAIN,
        "byte[] body",
        "try { if (new java.io.File(\"once\").createNewFile()) System.exit(9); }"
            + " catch (java.io.IOException e) { throw new AssertionError(e); } byte[] body");

    CommandTester.Result result = concordat.run("test");

    assertThat(result.exitCode()).as(result.out()).isZero();
    assertThat(result.out())
        .contains("flaky: greeter ended with exit code 9 while the environment ran, once");
  }

  @Test
  void aSystemThatNeverGetsReadyIsGivenUpAtTheLimit() {
    workspace.replacing(MAIN, "server.start();", "Thread.sleep(Long.MAX_VALUE);");

    CommandTester.Result result = concordat.run("test", "--ready-limit", "3s");

    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.err())
        .contains("greeter: was not ready after 3 s")
        .contains("Concordat asks GET http://127.0.0.1:")
        .contains("--ready-limit");
  }

  @Test
  void aFixedPortThatIsTakenIsNamed() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      workspace.replacing(
          MAIN, "Integer.parseInt(System.getenv(\"PORT\"))", "" + taken.getLocalPort());

      CommandTester.Result result = concordat.run("test");

      assertThat(result.exitCode()).isEqualTo(3);
      assertThat(result.err())
          .contains("greeter: ended with exit code 1 before it was ready")
          .contains("Address already in use")
          .contains("Let it listen on the port it is told");
    }
  }

  @Test
  void aSystemThatListensElsewhereIsToldSo() {
    int elsewhere = FreePorts.next();
    workspace.replacing(MAIN, "Integer.parseInt(System.getenv(\"PORT\"))", "" + elsewhere);

    CommandTester.Result result = concordat.run("test", "--ready-limit", "15s");

    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.err())
        .contains("greeter: was not ready after 15 s")
        .contains("It listens on " + elsewhere + " and not on ", "which it was told in PORT");
  }

  @Test
  void colourInTheLastLinesIsLeftOut() {
    workspace.replacing(
        MAIN, "int port", "System.err.println(\"\\u001b[31mred\\u001b[0m\"); int port");
    workspace.replacing(MAIN, "server.start();", "System.exit(3);");

    CommandTester.Result result = concordat.run("test");

    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.err()).contains("| red\n");
  }
}
