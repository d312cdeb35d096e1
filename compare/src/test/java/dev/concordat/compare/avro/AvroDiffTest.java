package dev.concordat.compare.avro;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.compare.Comparer;
import dev.concordat.compare.format.Policies;
import dev.concordat.contracts.Contract;
import dev.concordat.contracts.avro.AvroReader;
import dev.concordat.contracts.inclusion.Reading;
import dev.concordat.contracts.tree.DocumentReader;
import dev.concordat.model.comparison.ContractComparison;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.Witness;
import dev.concordat.model.comparison.WitnessMessage;
import dev.concordat.model.json.JsonNull;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class AvroDiffTest {
  static final String ORDER =
      """
      {"type": "record", "name": "Order", "namespace": "shop", "fields": [
        {"name": "id", "type": "string"},
        {"name": "qty", "type": "int"},
        {"name": "placed", "type": {"type": "long", "logicalType": "timestamp-micros"}},
        {"name": "total", "type": {"type": "bytes", "logicalType": "decimal", "precision": 8, "scale": 2}},
        {"name": "status", "type": {"type": "enum", "name": "Status", "symbols": ["OPEN", "PAID"]}}
      ]}
      """;

  static Contract contract(String file, String text) {
    return AvroReader.read(
        new DocumentReader(Path.of(".")).parse(file, text.getBytes(StandardCharsets.UTF_8)));
  }

  static Policies policies(Policies.Stored stored) {
    Policies defaults = Policies.defaults(LocalDate.of(2026, 1, 1));
    return new Policies(
        Reading.CLOSED, stored, defaults.today(), defaults.stableDays(), defaults.betaDays());
  }

  static ContractComparison diff(Policies.Stored stored, String before, String after) {
    return new Comparer(policies(stored))
        .diff(contract("old.avsc", before), contract("new.avsc", after))
        .orElseThrow();
  }

  static ContractComparison diff(String before, String after) {
    return diff(Policies.Stored.BACKWARD, before, after);
  }

  static ContractComparison agree(String consumer, String provider) {
    return new Comparer(policies(Policies.Stored.BACKWARD))
        .agree(contract("consumer.avsc", consumer), contract("provider.avsc", provider))
        .orElseThrow();
  }

  /// Impact, rule, pointer, sentence.
  static List<String> shown(ContractComparison comparison) {
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

  static Witness witness(Difference difference) {
    assertThat(difference.evidence()).isInstanceOf(Evidence.Witnessed.class);
    return ((Evidence.Witnessed) difference.evidence()).witness();
  }

  static WitnessMessage.Encoded data(Difference difference) {
    return (WitnessMessage.Encoded) witness(difference).message();
  }

  @Test
  void theSameSchemaHasNoDifferences() {
    // Given, When
    ContractComparison comparison = diff(Policies.Stored.FULL, ORDER, ORDER);

    // Then
    assertThat(comparison.differences()).isEmpty();
    assertThat(comparison.tally().proved()).isEqualTo(2);
  }

  @Test
  void aNewFieldWithoutDefaultCannotReadWhatIsKept() {
    // Given
    String after =
        ORDER.replace(
            "{\"name\": \"qty\", \"type\": \"int\"},",
            "{\"name\": \"qty\", \"type\": \"int\"}, {\"name\": \"currency\", \"type\":"
                + " \"string\"},");

    // When
    ContractComparison comparison = diff(ORDER, after);

    // Then
    assertThat(shown(comparison))
        .containsExactly(
            "breaks message-unreadable /currency: the new contract needs the field currency, which"
                + " the old contract does not write, and has no default for it");
    Difference difference = comparison.differences().getFirst();
    assertThat(difference.aliases())
        .extracting("id")
        .containsExactly("READER_FIELD_MISSING_DEFAULT_VALUE");
    assertThat(data(difference).read()).isEqualTo(JsonNull.NULL);
    assertThat(data(difference).sent().toString())
        .isEqualTo(
            "{\"id\":\"\",\"qty\":0,\"placed\":\"1970-01-01T00:00:00Z\",\"total\":10.10,\"status\":\"OPEN\"}");
    assertThat(difference.before().orElseThrow().place().file()).isEqualTo("old.avsc");
    assertThat(difference.after().orElseThrow().text()).contains("currency");
  }

  @Test
  void aNewFieldWithDefaultIsReadAndOldReadersDoNotSeeIt() {
    // Given
    String after =
        ORDER.replace(
            "{\"name\": \"qty\", \"type\": \"int\"},",
            "{\"name\": \"qty\", \"type\": \"int\"}, {\"name\": \"currency\", \"type\": \"string\","
                + " \"default\": \"EUR\"},");

    // When, Then
    assertThat(shown(diff(Policies.Stored.BACKWARD, ORDER, after)))
        .containsExactly(
            "safe changed-safely : all that the old contract writes is read as it was meant");
    assertThat(shown(diff(Policies.Stored.FORWARD, ORDER, after)))
        .containsExactly(
            "meaning value-lost /currency: the old contract has no field currency, which the new"
                + " contract writes");
  }

  @Test
  void microsReadAsMillisAreToldByTheDateTheyBecome() {
    // Given
    String after = ORDER.replace("timestamp-micros", "timestamp-millis");

    // When
    Difference difference = diff(ORDER, after).differences().getFirst();

    // Then
    assertThat(difference.impact()).isEqualTo(Impact.MEANING);
    assertThat(difference.aliases()).isEmpty();
    assertThat(witness(difference).refusal())
        .isEqualTo("\"2023-11-14T22:13:20Z\" is read as \"+55840-11-08T22:13:20Z\"");
  }

  @Test
  void aDecimalOfAnotherScaleIsAnotherNumber() {
    // Given
    String after = ORDER.replace("\"scale\": 2", "\"scale\": 3");

    // When
    Difference difference = diff(ORDER, after).differences().getFirst();

    // Then
    assertThat(difference.impact()).isEqualTo(Impact.MEANING);
    assertThat(witness(difference).refusal()).isEqualTo("10.10 is read as 1.010");
  }

  @Test
  void wholeNumbersThatAFloatDoesNotHaveAreLost() {
    // Given
    String after = ORDER.replace("\"qty\", \"type\": \"int\"", "\"qty\", \"type\": \"float\"");

    // When
    Difference difference = diff(ORDER, after).differences().getFirst();

    // Then
    assertThat(difference.impact()).isEqualTo(Impact.RISKY);
    assertThat(difference.rule().id()).isEqualTo("agree/value-lost");
    assertThat(witness(difference).refusal()).isEqualTo("16777217 is read as 1.6777216E7");
    assertThat(data(difference).sent().toString()).contains("\"qty\":16777217");
  }

  @Test
  void anIntReadAsLongOrDoubleLosesNothing() {
    // Given
    String toLong = ORDER.replace("\"qty\", \"type\": \"int\"", "\"qty\", \"type\": \"long\"");
    String toDouble = ORDER.replace("\"qty\", \"type\": \"int\"", "\"qty\", \"type\": \"double\"");

    // When, Then
    assertThat(shown(diff(ORDER, toLong))).allMatch(line -> line.startsWith("safe"));
    assertThat(shown(diff(ORDER, toDouble))).allMatch(line -> line.startsWith("safe"));
  }

  @Test
  void aLongReadAsDoubleLosesTheDigitsBeyondFiftyThreeBits() {
    // Given
    String before =
        "{\"type\": \"record\", \"name\": \"R\", \"fields\": [{\"name\": \"n\", \"type\":"
            + " \"long\"}]}";

    // When
    Difference difference =
        diff(before, before.replace("\"long\"", "\"double\"")).differences().getFirst();

    // Then
    assertThat(witness(difference).refusal())
        .isEqualTo("9007199254740993 is read as 9.007199254740992E15");
  }

  @Test
  void aSymbolThatTheReaderLacksIsRefusedOrTakesTheDefault() {
    // Given
    String more = ORDER.replace("\"PAID\"]", "\"PAID\", \"REFUNDED\"]");
    String withDefault = ORDER.replace("\"PAID\"]}", "\"PAID\"], \"default\": \"OPEN\"}");

    // When
    Difference refused = diff(Policies.Stored.FORWARD, ORDER, more).differences().getFirst();
    Difference replaced = diff(Policies.Stored.FORWARD, withDefault, more).differences().getFirst();

    // Then
    assertThat(refused.impact()).isEqualTo(Impact.BREAKS);
    assertThat(data(refused).sent().toString()).contains("\"REFUNDED\"");
    assertThat(replaced.impact()).isEqualTo(Impact.RISKY);
    assertThat(witness(replaced).refusal()).isEqualTo("\"REFUNDED\" is read as \"OPEN\"");
  }

  @Test
  void aNullableFieldThatNoLongerIsBreaksAtNull() {
    // Given
    String before =
        ORDER.replace("\"id\", \"type\": \"string\"", "\"id\", \"type\": [\"null\", \"string\"]");

    // When
    Difference difference = diff(before, ORDER).differences().getFirst();

    // Then
    assertThat(difference.pointer()).isEqualTo("/id");
    assertThat(data(difference).sent().toString()).startsWith("{\"id\":null,");
    assertThat(difference.aliases()).extracting("id").containsExactly("TYPE_MISMATCH");
  }

  @Test
  void aFieldWithAnAliasIsReadUnderItsNewName() {
    // Given
    String after =
        ORDER.replace("{\"name\": \"qty\",", "{\"name\": \"quantity\", \"aliases\": [\"qty\"],");

    // When, Then
    assertThat(shown(diff(ORDER, after)))
        .containsExactly(
            "client-code client-code-changed /qty: the field qty of the old contract is quantity in"
                + " the new contract");
    assertThat(diff(Policies.Stored.FORWARD, ORDER, after).holds()).isFalse();
  }

  @Test
  void theCauseInsideABranchOfAUnionIsTold() {
    // Given
    String before = "[\"null\", " + ORDER + "]";
    String after = before.replace("\"qty\", \"type\": \"int\"", "\"qty\", \"type\": \"string\"");

    // When
    Difference difference = diff(before, after).differences().getFirst();

    // Then
    assertThat(difference.pointer()).isEqualTo("/qty");
    assertThat(difference.message())
        .isEqualTo("the old contract writes int, the new contract reads string");
    assertThat(difference.aliases()).extracting("id").containsExactly("MISSING_UNION_BRANCH");
  }

  @Test
  void anEnumOfAnotherNamespaceInAUnionPassesTheLibrarysCheckAndNotItsReader() {
    // Given
    String before =
        """
        {"type": "record", "name": "R", "fields": [{"name": "s", "type":
          ["null", {"type": "enum", "name": "S", "namespace": "a", "symbols": ["X"]}]}]}
        """;
    String after = before.replace("\"a\"", "\"b\"").replace("[\"X\"]", "[\"X\", \"Y\"]");

    // When
    Difference difference = diff(before, after).differences().getFirst();

    // Then
    assertThat(difference.impact()).isEqualTo(Impact.BREAKS);
    assertThat(difference.aliases()).isEmpty();
    assertThat(difference.message())
        .isEqualTo(
            "the old contract writes enum a.S, the new contract reads [null, b.S]; Avro's check of"
                + " compatibility passes it, and its library for Java cannot read it");
    assertThat(data(difference).sent().toString()).isEqualTo("{\"s\":\"X\"}");
  }

  @Test
  void aRecordOfAnotherNameIsRefusedByTheSpecificationThoughJavaReadsIt() {
    // Given
    String after = ORDER.replace("\"Order\"", "\"Purchase\"");

    // When
    Difference difference = diff(ORDER, after).differences().getFirst();

    // Then
    assertThat(difference.impact()).isEqualTo(Impact.BREAKS);
    assertThat(difference.evidence()).isInstanceOf(Evidence.Stated.class);
    assertThat(difference.message()).contains("reads it all the same");
  }

  @Test
  void aDefaultThatChangesIsReadDifferentlyWhereTheFieldIsMissing() {
    // Given
    String before =
        "{\"type\": \"record\", \"name\": \"R\", \"fields\": [{\"name\": \"n\", \"type\": \"int\","
            + " \"default\": 1}]}";

    // When, Then
    assertThat(shown(diff(before, before.replace(": 1}", ": 2}"))))
        .containsExactly(
            "meaning meaning-changed /n: where the field is not written, the old contract reads 1"
                + " and the new contract 2");
  }

  @Test
  void aConsumerMayReadLessThanAProviderWrites() {
    // Given
    String consumer =
        "{\"type\": \"record\", \"name\": \"Order\", \"namespace\": \"checkout\", \"fields\":"
            + " [{\"name\": \"id\", \"type\": \"string\"}]}";

    // When
    ContractComparison comparison = agree(consumer, ORDER);

    // Then
    assertThat(comparison.holds()).isTrue();
    assertThat(shown(comparison))
        .allMatch(line -> line.startsWith("meaning value-lost"))
        .hasSize(4);
  }

  @Test
  void aRecordThatHoldsItselfIsCompared() {
    // Given
    String before =
        """
        {"type": "record", "name": "Node", "fields": [
          {"name": "value", "type": "int"},
          {"name": "children", "type": {"type": "array", "items": "Node"}},
          {"name": "next", "type": ["null", "Node"]}]}
        """;

    // When
    ContractComparison comparison = diff(before, before.replace("\"int\"", "\"boolean\""));

    // Then
    assertThat(shown(comparison))
        .containsExactly(
            "breaks message-unreadable /value: the old contract writes int, the new contract reads"
                + " boolean");
  }
}
