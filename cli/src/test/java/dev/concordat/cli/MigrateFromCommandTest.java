package dev.concordat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.cli.CommandTester.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A registry is copied into another one through the command line, with the tokens of both.
@Tag("slow")
final class MigrateFromCommandTest {
  private static final String PACT =
      """
      {"consumer": {"name": "orders"}, "provider": {"name": "payments"},
       "interactions": [{"description": "a charge", "request": {"method": "GET", "path": "/charges/1"},
         "response": {"status": 200}}],
       "metadata": {"pactSpecification": {"version": "3.0.0"}}}
      """;

  @TempDir private Path folder;

  @Test
  void whatARegistryKeepsIsInTheOtherOneAfterwards() throws Exception {
    // Given
    Files.writeString(folder.resolve("orders-payments.json"), PACT);
    try (RunningRegistry old = new RunningRegistry(CommandTester.HOME, folder.resolve("old"));
        RunningRegistry registry = new RunningRegistry(CommandTester.HOME, folder.resolve("new"))) {
      Map<String, String> at = registry.variables();
      String source = old.variables().getOrDefault("CONCORDAT_REGISTRY", "");
      Map<String, String> both = new HashMap<>(at);
      both.put("CONCORDAT_FROM_TOKEN", old.variables().getOrDefault("CONCORDAT_TOKEN", ""));
      Result published =
          run(
              old.variables(),
              "publish",
              "orders-payments.json",
              "--version",
              "1",
              "--branch",
              "main");
      assertThat(published.exitCode()).isZero();
      run(
          old.variables(),
          "deployed",
          "orders",
          "--version",
          "1",
          "--to",
          "live",
          "--create-environment");

      // When
      Result locked = run(at, "migrate-from", source);
      Result migrated = run(both, "migrate-from", source);
      Result again = run(both, "migrate-from", source, "--format", "json");

      // Then
      assertThat(locked.exitCode()).isEqualTo(3);
      assertThat(migrated.exitCode()).isZero();
      assertThat(migrated.out())
          .containsPattern("pacts +1 copied, 0 there before")
          .containsPattern("deployments +1 copied, 0 there before");
      assertThat(migrated.err()).contains("versions of orders (1 of 2)");
      assertThat(again.out()).contains("\"copied\": {}");
      assertThat(run(at, "gate", "orders@1", "--to", "live").out()).contains("payments");
    }
  }

  private Result run(Map<String, String> variables, String... arguments) {
    return new CommandTester(CommandTester.HOME, folder).runWith("", variables, arguments);
  }
}
