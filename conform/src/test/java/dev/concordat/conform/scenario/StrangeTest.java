package dev.concordat.conform.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.jsonschema.JsonSchemaContract;
import dev.concordat.contracts.reader.ContractReader;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StrangeTest {
  private static final JsonValue TEA = new JsonString("TEA-001");

  @TempDir private Path folder;

  @Test
  void anExampleOfTheContractIsNoIdThatNobodyMade() throws IOException {
    // Given
    Schema sku =
        schema(
            "{\"type\": \"string\", \"pattern\": \"^[A-Z]{3}-[0-9]{3}$\", \"examples\": [\"TEA-001\"]}");

    // When
    Optional<JsonValue> strange = Strange.of(TEA, sku, 3);

    // Then
    assertThat(strange).isPresent();
    assertThat(strange.get()).isNotEqualTo(TEA);
    assertThat(sku.accepts(strange.get())).isTrue();
  }

  @Test
  void whereEveryValueIsNamedThereIsNone() throws IOException {
    assertThat(Strange.of(TEA, schema("{\"enum\": [\"TEA-001\", \"MUG-002\"]}"), 1)).isEmpty();
  }

  @Test
  void whatTheContractDoesNotNameStays() throws IOException {
    assertThat(Strange.of(TEA, schema("{\"type\": \"string\"}"), 1)).contains(TEA);
  }

  private Schema schema(String text) throws IOException {
    Files.writeString(
        folder.resolve("schema.json"),
        text.replaceFirst(
            "\\{", "{\"\\$schema\": \"https://json-schema.org/draft/2020-12/schema\", "));
    var contract = (JsonSchemaContract) new ContractReader(folder).read(Path.of("schema.json"));
    return contract.schema();
  }
}
