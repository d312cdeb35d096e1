package dev.concordat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LintCommandTest {
  private static final String GOOD =
      """
      openapi: 3.1.0
      info: {title: Orders, version: "1"}
      paths:
        /orders:
          get:
            operationId: listOrders
            responses: {"204": {description: none}}
      """;
  private static final String WARNING =
      GOOD.replace("      responses: {\"204\"", "      x-y: {\"204\"");
  private static final String ERROR = GOOD.replace("/orders", "orders");

  @TempDir private Path folder;

  @Test
  void aContractWithoutProblemsHolds() throws IOException {
    write("api.yaml", GOOD);

    var result = run("lint", "api.yaml");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).isEqualTo("✓ api.yaml  OpenAPI\nno problems in 1 contract\n");
  }

  @Test
  void anErrorIsShownWithItsLine() throws IOException {
    write("api.yaml", ERROR);

    var result = run("lint", "api.yaml");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out())
        .contains("  4 |   orders:\n    |   ^\n  fix: write '/orders'\n")
        .endsWith("✗ api.yaml  OpenAPI  1 error\n1 error in 1 contract\n");
  }

  @Test
  void warningsCountOnlyWhereAskedTo() throws IOException {
    write("api.yaml", WARNING);

    var lenient = run("lint", "api.yaml");
    var strict = run("lint", "--strict", "api.yaml");

    assertThat(lenient.exitCode()).isZero();
    assertThat(strict.exitCode()).isEqualTo(1);
    assertThat(strict.out())
        .contains("contract/no-responses")
        .endsWith("1 warning in 1 contract\n");
  }

  @Test
  void findsContractsInFoldersByTheirContent() throws IOException {
    write("a/api.yaml", GOOD);
    write("a/compose.yaml", "services: {}\n");
    write("a/node_modules/x/openapi.yaml", ERROR);

    var result = run("lint", "a");

    assertThat(result.out()).isEqualTo("✓ a/api.yaml  OpenAPI\nno problems in 1 contract\n");
  }

  @Test
  void patternsReachAnyDepth() throws IOException {
    write("openapi.yaml", GOOD);
    write("a/b/openapi.yaml", GOOD);
    write("a/b/other.yaml", ERROR);

    var result = run("lint", "**/openapi.*");

    assertThat(result.out()).endsWith("no problems in 2 contracts\n").contains("a/b/openapi.yaml");
  }

  @Test
  void digestsAreThoseOfTheMeaning() throws IOException {
    write("a.yaml", GOOD);
    write("b.yaml", GOOD.replace("title: Orders", "title: Other"));

    var a = run("lint", "--digest", "a.yaml");
    var b = run("lint", "--digest", "b.yaml");

    assertThat(a.out()).contains("  listOrders\n").containsPattern("\n    [0-9a-f]{64}\n");
    assertThat(b.out()).isEqualTo(a.out().replace("a.yaml", "b.yaml"));
  }

  @Test
  void saysTheSameAsJson() throws IOException {
    write("api.yaml", ERROR);

    var result = run("lint", "--format", "json", "--digest", "api.yaml");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out())
        .startsWith("{\n  \"errors\": 1,\n  \"warnings\": 0,\n")
        .contains("\"rule\": \"contract/bad-path\"")
        .contains("\"line\": 4")
        .contains("\"digest\": \"");
  }

  @Test
  void explainsWhatItSays() {
    var result = run("explain", "lint/impossible-schema");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).startsWith("lint/impossible-schema\n").contains("To fix it: ");
  }

  @Nested
  class Failures {
    @Test
    void aFileThatIsNotThereIsBadInput() {
      var result = run("lint", "nowhere.yaml");

      assertThat(result.exitCode()).isEqualTo(2);
      assertThat(result.err()).contains("'nowhere.yaml'");
    }

    @Test
    void aNamedFileThatIsNoContractIsAnError() throws IOException {
      write("compose.yaml", "services: {}\n");

      var result = run("lint", "compose.yaml");

      assertThat(result.exitCode()).isEqualTo(1);
      assertThat(result.out()).contains("contract/unknown-kind");
    }
  }

  private CommandTester.Result run(String... arguments) {
    return new CommandTester(folder.resolve("home"), folder).run(arguments);
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
