package dev.concordat.cli;

import static dev.concordat.cli.ComparedWorkspace.NARROWER;
import static dev.concordat.cli.ComparedWorkspace.ORDERS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `concordat agree`, and `concordat diff` with known consumers, as a person gives them.
class AgreeCommandTest {
  private static final String PACT =
      """
      {"consumer": {"name": "CONSUMER"}, "provider": {"name": "orders"}, "interactions": [
        {"description": "an order",
         "request": {"method": "POST", "path": "/orders",
                     "headers": {"Content-Type": "application/json", "Authorization": "Bearer t0p"},
                     "body": {"sku": "A1", "qty": QTY, "password": "hunter2"}},
         "response": {"status": 201}}],
       "metadata": {"pactSpecification": {"version": "2.0.0"}}}
      """;

  @TempDir private Path temporary;
  private ComparedWorkspace workspace;

  @BeforeEach
  void aWorkspace() throws IOException {
    workspace =
        ComparedWorkspace.in(temporary)
            .with("orders.yaml", ORDERS)
            .with("narrow.yaml", NARROWER)
            .with("pacts/web.json", pact("web", 1))
            .with("pacts/kiosk.json", pact("kiosk", 12));
  }

  private static String pact(String consumer, int quantity) {
    return PACT.replace("CONSUMER", consumer).replace("QTY", Integer.toString(quantity));
  }

  @Test
  void aConsumerThatFitsHolds() {
    var result = workspace.run("agree", "pacts/web.json", "orders.yaml");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out())
        .startsWith(
            "✓ they fit: pacts/web.json → orders.yaml\n  Pact web → orders, OpenAPI Orders");
  }

  @Test
  void showsWhatTheProviderRefuses() {
    var result = workspace.run("agree", "pacts/web.json", "narrow.yaml");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out())
        .startsWith("✗ they do not fit: 1 break: ")
        .contains("    consumer pacts/web.json:5")
        .contains("    provider narrow.yaml:16  qty: {type: integer, minimum: 5}\n");
  }

  @Test
  void everyConsumerOfAFolderIsCompared() {
    var result = workspace.run("agree", "pacts", "narrow.yaml");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out())
        .startsWith("✗ they do not fit: 1 break: pacts → narrow.yaml\n  2 pairs · ");
  }

  @Test
  void consumersMayBeNamedOneByOneOrByAPattern() {
    var named = workspace.run("agree", "pacts/web.json", "pacts/kiosk.json", "orders.yaml");
    var matched = workspace.run("agree", "pacts/*.json", "orders.yaml");

    assertThat(named.out()).contains("  2 pairs · ");
    assertThat(matched.out()).contains("  2 pairs · ");
  }

  @Test
  void secretsOfConsumersAreNeitherShownNorKept() throws IOException {
    var result = workspace.run("agree", "pacts/web.json", "narrow.yaml", "--format", "json");

    assertThat(result.out()).contains("«redacted»").doesNotContain("hunter2", "Bearer t0p");
    assertThat(temporary.resolve("home/comparisons"))
        .isDirectoryRecursivelyContaining("glob:**.json")
        .satisfies(folder -> assertThat(StoredTexts.of(folder)).doesNotContain("hunter2", "t0p"));
  }

  @Nested
  class Consumers {
    @Test
    void aChangeThatBreaksAKnownConsumerNamesIt() {
      var result = workspace.run("diff", "orders.yaml", "narrow.yaml", "--consumers", "pacts");

      assertThat(result.exitCode()).isEqualTo(1);
      assertThat(result.out()).contains("  affects web 1\n").contains("    affects  web: ");
    }

    @Test
    void aBreakThatMeetsNoKnownConsumerIsShownAndDoesNotCount() {
      var result =
          workspace.run("diff", "orders.yaml", "narrow.yaml", "--consumers", "pacts/kiosk.json");

      assertThat(result.exitCode()).isZero();
      assertThat(result.out())
          .startsWith("✓ no known consumer breaks")
          .contains("! agree/body-refused")
          .contains("breaks the contract, no known consumer (seen: 1 consumer");
    }

    @Test
    void strictCountsItAllTheSame() {
      var result =
          workspace.run(
              "diff", "orders.yaml", "narrow.yaml", "--consumers", "pacts/kiosk.json", "--strict");

      assertThat(result.exitCode()).isEqualTo(1);
    }
  }

  @Nested
  class Failures {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '~',
        value = {
          "agree pacts/web.json               | name a CONSUMER and a PROVIDER contract",
          "agree pacts/web.json nowhere.yaml  | nowhere.yaml: there is no file or folder",
          "agree orders.yaml pacts/web.json   | it is OpenAPI, and none of what was named can be"
              + " its provider: pacts/web.json is Pact",
          "agree pacts orders.yaml --stored x | there is no option '--stored'",
        })
    void aWrongCommandLineIsAnswered(String line, String answer) {
      var result = workspace.run(line.strip().split(" +"));

      assertThat(result.exitCode()).isEqualTo(2);
      assertThat(result.out() + result.err()).contains(answer.strip());
    }
  }
}
