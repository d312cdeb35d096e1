package dev.concordat.compare.jsonschema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.compare.Comparer;
import dev.concordat.compare.format.Policies;
import dev.concordat.contracts.Contract;
import dev.concordat.contracts.inclusion.Reading;
import dev.concordat.contracts.jsonschema.JsonSchemaReader;
import dev.concordat.contracts.tree.Documents;
import dev.concordat.model.comparison.ContractComparison;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.comparison.Witness;
import dev.concordat.model.comparison.WitnessMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonSchemaDiffTest {
  private static final String ORDER =
      """
      {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Order", "type": "object",
       "required": ["id"],
       "properties": {"id": {"type": "string"}, "qty": {"type": "integer", "minimum": 1},
                      "state": {"enum": ["OPEN", "PAID"]}}}
      """;
  private static final Policies BACKWARD = Policies.defaults(LocalDate.of(2026, 1, 1));

  private static Contract contract(String file, String text) {
    var documents = new Documents(Path.of("."));
    return new JsonSchemaReader(documents)
        .read(documents.parse(file, text.getBytes(StandardCharsets.UTF_8)));
  }

  private static ContractComparison diff(Policies policies, String before, String after) {
    return new Comparer(policies)
        .diff(contract("old.json", before), contract("new.json", after))
        .orElseThrow();
  }

  private static List<String> shown(ContractComparison comparison) {
    return comparison.differences().stream()
        .map(
            each ->
                each.impact().word()
                    + " "
                    + each.rule().id().substring("agree/".length())
                    + " "
                    + each.pointer()
                    + ": "
                    + each.message())
        .toList();
  }

  @Test
  void theSameSchemaHasNoDifferences() {
    // Given, When
    ContractComparison comparison = diff(BACKWARD.withStored(Policies.Stored.FULL), ORDER, ORDER);

    // Then
    assertThat(comparison.differences()).isEmpty();
    assertThat(comparison.tally().proved()).isEqualTo(2);
  }

  @Test
  void anOptionalPropertyOfAnOpenObjectCanBeAdded() {
    // Given
    String after = ORDER.replace("\"qty\":", "\"note\": {\"type\": \"string\"}, \"qty\":");

    // When
    ContractComparison closed = diff(BACKWARD, ORDER, after);
    ContractComparison literal = diff(BACKWARD.withSender(Reading.LITERAL), ORDER, after);

    // Then
    assertThat(shown(closed))
        .containsExactly("safe changed-safely /note: only the new contract has properties note");
    assertThat(literal.holds()).isFalse();
  }

  @Test
  void aPropertyThatNewReadersLackIsTakenAndHasNoName() {
    // Given
    String after = ORDER.replace("\"qty\": {\"type\": \"integer\", \"minimum\": 1},", "");

    // When, Then
    assertThat(shown(diff(BACKWARD, ORDER, after)))
        .containsExactly(
            "meaning value-lost /qty: only the old contract has properties qty: the new contract"
                + " takes it and has no name for it");
  }

  @Test
  void aNewRequiredPropertyIsShownByTheOldValueThatLacksIt() {
    // Given
    String after = ORDER.replace("[\"id\"]", "[\"id\", \"qty\"]");

    // When
    ContractComparison comparison = diff(BACKWARD, ORDER, after);

    // Then
    assertThat(comparison.holds()).isFalse();
    assertThat(comparison.differences().getFirst().evidence())
        .isInstanceOfSatisfying(
            Evidence.Witnessed.class,
            witnessed -> {
              Witness witness = witnessed.witness();
              assertThat(witness.voters()).hasSizeGreaterThanOrEqualTo(2);
              assertThat(((WitnessMessage.Value) witness.message()).value().toString())
                  .isEqualTo("{\"id\":\"\"}");
            });
  }

  @Test
  void aWiderEnumIsReadByNewReadersAndNotByOldOnes() {
    // Given
    String after = ORDER.replace("\"PAID\"]", "\"PAID\", \"REFUNDED\"]");

    // When, Then
    assertThat(diff(BACKWARD, ORDER, after).holds()).isTrue();
    assertThat(diff(BACKWARD.withStored(Policies.Stored.FORWARD), ORDER, after).holds()).isFalse();
    assertThat(shown(diff(BACKWARD.withStored(Policies.Stored.FULL), ORDER, after))).hasSize(1);
  }

  @Test
  void aConsumerNeedsNotMoreThanAProviderWrites() {
    // Given
    String consumer =
        "{\"type\": \"object\", \"required\": [\"qty\"], \"properties\": {\"qty\": {\"type\":"
            + " \"integer\"}}}";

    // When
    ContractComparison comparison =
        new Comparer(BACKWARD)
            .agree(contract("consumer.json", consumer), contract("provider.json", ORDER))
            .orElseThrow();

    // Then
    assertThat(comparison.holds()).isFalse();
    assertThat(comparison.differences())
        .anyMatch(each -> each.impact().word().equals("breaks") && each.pointer().equals("/qty"));
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"type\": \"array\", \"items\": {\"type\": \"string\", \"minLength\": 2}, \"maxItems\": 900}', 900, 800",
    "'{\"type\": \"array\", \"items\": {\"type\": \"string\", \"minLength\": 2}, \"minItems\": 40}', 2, 3",
    "'{\"type\": \"array\", \"prefixItems\": [{\"const\": 0}, {\"const\": 0}], \"minItems\": 3, \"items\": {\"type\": \"string\", \"minLength\": 1}}', 'h\": 1', 'h\": 2'"
  })
  void anArrayOfItemsThatAreTheSameIsJudgedByTwoValidators(
      String before, String old, String changed) {
    // Given, When
    ContractComparison comparison = diff(BACKWARD, before, before.replace(old, changed));

    // Then
    assertThat(comparison.differences())
        .singleElement()
        .extracting(Difference::evidence)
        .isInstanceOfSatisfying(
            Evidence.Witnessed.class,
            shown ->
                assertThat(shown.witness().voters())
                    .containsExactly("concordat", "dev.harrel json-schema"));
  }
}
