package dev.concordat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.jsonschema.JsonSchemaContract;
import dev.concordat.contracts.reader.ContractReader;
import dev.concordat.contracts.tree.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The JSON of a run against one provider is what its published schema says.
class ConformFormatTest {
  private static final Path SCHEMA = Path.of("docs/reference/conform.schema.json");
  private static final Path GOLDEN =
      CommandTester.ROOT.resolve("report/src/test/resources/conform");

  @ParameterizedTest
  @ValueSource(strings = {"broken.json", "holding.json", "troubled.json"})
  void theGoldenTextsKeepThePublishedSchema(String name) throws IOException {
    // Given
    var schema = (JsonSchemaContract) new ContractReader(CommandTester.ROOT).read(SCHEMA);
    assertThat(schema.problems()).isEmpty();

    // When
    var value = JsonParser.parse(Files.readString(GOLDEN.resolve(name))).value().orElseThrow();

    // Then
    assertThat(schema.judge(value)).isEmpty();
  }
}
