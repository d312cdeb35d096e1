package dev.concordat.contracts.jsonschema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.ContractKind;
import dev.concordat.contracts.reader.ContractReader;
import dev.concordat.contracts.stub.Texts;
import dev.concordat.contracts.tree.JsonParser;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonSchemaReaderTest {
  private static final String ORDER =
      """
      {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Order", "version": "1.2", "x-owner": "team-checkout",
        "type": "object",
        "required": ["total"],
        "properties": {"total": {"type": "number", "multipleOf": 0.01}}
      }
      """;

  @Test
  void aValueIsJudgedWithThePlaceOfTheSentence() {
    // Given
    var contract =
        (JsonSchemaContract)
            new ContractReader(Path.of(".")).read(Texts.document("order.schema.json", ORDER));

    // When
    var breaches = contract.judge(JsonParser.parse("{\"total\": 10.101}").value().orElseThrow());

    // Then
    assertThat(contract.problems()).isEmpty();
    assertThat(contract.title() + " " + contract.version()).isEqualTo("Order 1.2");
    assertThat(contract.owner()).hasValueSatisfying(o -> assertThat(o.team()).contains("checkout"));
    assertThat(breaches)
        .singleElement()
        .satisfies(
            breach -> {
              assertThat(breach.pointer()).isEqualTo("/total");
              assertThat(breach.sentence().line()).isEqualTo(6);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"$schema\": \"http://json-schema.org/draft-07/schema#\"}",
        "{\"$schema\": \"http://json-schema.org/draft-03/schema#\"}",
        "{\"type\": \"object\", \"properties\": {\"a\": {\"type\": [\"string\", \"null\"]}}}",
        "{\"type\": \"array\", \"items\": {\"$ref\": \"#/definitions/a\"}}",
        "{\"definitions\": {\"a\": {\"type\": \"string\"}}}",
        "{\"oneOf\": [{\"const\": 1}, {\"$ref\": \"#\"}]}"
      })
  void isRecognisedByItsContent(String text) {
    assertThat(ContractReader.detect(Texts.document("a.json", text)))
        .contains(ContractKind.JSON_SCHEMA);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"name\": \"shop\", \"type\": \"module\", \"dependencies\": {\"a\": \"1\"}}",
        "{\"$schema\": \"https://json.schemastore.org/package.json\", \"name\": \"shop\"}",
        "{\"type\": \"Feature\", \"properties\": {\"a\": {\"type\": \"x\"}}}",
        "{\"type\": \"object\", \"properties\": {\"a\": \"b\"}}",
        "{\"type\": \"object\"}",
        "{\"type\": \"array\", \"items\": [{\"sku\": 1}]}",
        "{\"properties\": {\"a\": {\"type\": \"keyword\"}}}",
        "{\"definitions\": {\"word\": \"what it means\"}}",
        "{\"swagger\": \"1.2\", \"type\": \"object\", \"properties\": {}}",
        "[{\"type\": \"string\"}]",
        "true"
      })
  void dataIsNoSchema(String text) {
    assertThat(ContractReader.detect(Texts.document("a.json", text)))
        .isNotEqualTo(java.util.Optional.of(ContractKind.JSON_SCHEMA));
  }

  @Test
  void aDraftThatIsNotReadIsTold() {
    // When
    var contract =
        new ContractReader(Path.of("."))
            .read(
                Texts.document(
                    "a.json", "{\"$schema\": \"http://json-schema.org/draft-03/schema#\"}"));

    // Then
    assertThat(contract.problems())
        .extracting(problem -> problem.rule() + " " + problem.fix())
        .singleElement()
        .satisfies(text -> assertThat(text).startsWith("contract/unknown-dialect did you mean"));
  }
}
