package dev.concordat.cli;

import static dev.concordat.cli.ComparedWorkspace.NARROWER;
import static dev.concordat.cli.ComparedWorkspace.ORDERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.jsonschema.JsonSchemaContract;
import dev.concordat.contracts.reader.ContractReader;
import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What tools read: JSON as its published schema says, SARIF as its readers ask for.
class ComparisonFormatsTest {
  private static final Path SCHEMA = Path.of("docs/reference/comparison.schema.json");

  @TempDir private Path temporary;
  private ComparedWorkspace workspace;

  @BeforeEach
  void aWorkspace() throws IOException {
    workspace =
        ComparedWorkspace.in(temporary)
            .with("old.yaml", ORDERS)
            .with("new.yaml", NARROWER.replace("maximum: 100", "maximum: 50"))
            .with("dangling.yaml", ORDERS.replace("sku: {type: string}", "sku: {$ref: '#/x'}"))
            .with("broken.yaml", "openapi: 3.1.0\n  info")
            .with("a/one.yaml", ORDERS)
            .with(
                "a/two.avsc",
                "{\"type\": \"record\", \"name\": \"R\", \"fields\": [{\"name\": \"a\", \"type\":"
                    + " \"long\"}]}")
            .with("b/one.yaml", NARROWER)
            .with(
                "b/two.avsc",
                "{\"type\": \"record\", \"name\": \"R\", \"fields\": [{\"name\": \"b\", \"type\":"
                    + " \"long\"}]}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "diff old.yaml new.yaml --suggest-version",
        "diff old.yaml old.yaml",
        "diff old.yaml dangling.yaml",
        "diff old.yaml broken.yaml",
        "diff old.yaml nowhere.yaml",
        "diff a b --suggest-version",
        "agree old.yaml new.yaml",
      })
  void jsonIsAsItsSchemaSays(String line) {
    var result = workspace.run((line + " --format json").split(" "));

    var schema = (JsonSchemaContract) new ContractReader(CommandTester.ROOT).read(SCHEMA);
    assertThat(schema.problems()).isEmpty();
    assertThat(schema.judge(JsonParser.parse(result.out()).value().orElseThrow())).isEmpty();
  }

  @Test
  void theExamplesOfReportsAreAsTheSchemaSays() throws IOException {
    var schema = (JsonSchemaContract) new ContractReader(CommandTester.ROOT).read(SCHEMA);
    Path golden = CommandTester.ROOT.resolve("report/src/test/resources/comparison/broken.json");

    JsonValue report = JsonParser.parse(Files.readString(golden)).value().orElseThrow();

    assertThat(schema.judge(report)).isEmpty();
  }

  @Test
  void sarifHasWhatItsReadersAskFor() {
    var result = workspace.run("diff", "old.yaml", "new.yaml", "--format", "sarif");

    JsonObject run = (JsonObject) items(parsed(result.out()), "runs").getFirst();
    JsonObject driver = object(object(run, "tool"), "driver");
    assertThat(text(object(run, "automationDetails"), "id")).endsWith("/");
    assertThat(items(driver, "rules"))
        .isNotEmpty()
        .allSatisfy(
            rule -> {
              assertThat(text(object((JsonObject) rule, "shortDescription"), "text")).isNotEmpty();
              assertThat(text(object((JsonObject) rule, "fullDescription"), "text")).isNotEmpty();
              assertThat(text(object((JsonObject) rule, "help"), "text")).isNotEmpty();
              assertThat(text(object((JsonObject) rule, "help"), "markdown")).isNotEmpty();
            });
    assertThat(items(run, "results"))
        // Two breaks, and a version that does not tell of them.
        .hasSize(3)
        .allSatisfy(
            each -> {
              JsonObject one = (JsonObject) each;
              assertThat(object(one, "partialFingerprints").size()).isEqualTo(1);
              JsonObject location = (JsonObject) items(one, "locations").getFirst();
              JsonObject physical = object(location, "physicalLocation");
              assertThat(text(object(physical, "artifactLocation"), "uri")).isEqualTo("new.yaml");
              assertThat(object(physical, "region").has("startLine")).isTrue();
            });
  }

  @Test
  void filesAreNamedFromTheRootOfTheRepositoryForItsReaders() {
    workspace.with("services/orders/new.yaml", NARROWER).committed();
    var inside = new CommandTester(workspace.home(), workspace.folder().resolve("services/orders"));

    var result = inside.run("diff", "main:old.yaml", "new.yaml", "--format", "github");

    assertThat(result.out()).startsWith("::error file=services/orders/new.yaml,line=16,");
  }

  private static JsonObject parsed(String text) {
    return (JsonObject) JsonParser.parse(text).value().orElseThrow();
  }

  private static JsonObject object(JsonObject object, String name) {
    return (JsonObject) object.member(name).orElseThrow();
  }

  private static List<JsonValue> items(JsonObject object, String name) {
    return ((JsonArray) object.member(name).orElseThrow()).items();
  }

  private static String text(JsonObject object, String name) {
    return ((JsonString) object.member(name).orElseThrow()).value();
  }
}
