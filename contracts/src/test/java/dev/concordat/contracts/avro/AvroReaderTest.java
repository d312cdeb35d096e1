package dev.concordat.contracts.avro;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.ContractKind;
import dev.concordat.contracts.reader.ContractReader;
import dev.concordat.contracts.stub.Golden;
import dev.concordat.contracts.stub.Texts;
import dev.concordat.contracts.tree.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AvroReaderTest {
  static AvroSchema schema(String text) {
    AvroContract contract = AvroReader.read(Texts.document("order.avsc", text));
    assertThat(contract.problems()).isEmpty();
    return contract.schema().orElseThrow();
  }

  @Test
  void aTypeMayStandInAFileOfItsNameBesideTheSchema(@TempDir Path folder) throws IOException {
    // Given
    Files.writeString(
        folder.resolve("Order.avsc"),
        """
        {"type": "record", "name": "Order", "namespace": "shop", "fields": [
          {"name": "total", "type": "Money"}, {"name": "tip", "type": ["null", "shop.Money"]}]}
        """);
    Files.writeString(
        folder.resolve("Money.avsc"),
        """
        {"type": "record", "name": "Money", "namespace": "shop", "fields": [
          {"name": "cents", "type": "long"}, {"name": "currency", "type": "Currency"}]}
        """);
    Files.writeString(
        folder.resolve("shop.Currency.avsc"),
        "{\"type\": \"enum\", \"name\": \"Currency\", \"namespace\": \"shop\", \"symbols\":"
            + " [\"EUR\"]}");

    // When
    var contract = (AvroContract) new ContractReader(folder).read(Path.of("Order.avsc"));

    // Then
    assertThat(contract.problems()).isEmpty();
    assertThat(contract.schema().orElseThrow().definitions())
        .containsOnlyKeys("shop.Order", "shop.Money", "shop.Currency");
    assertThat(contract.schema().orElseThrow().definitions().get("shop.Money").at().place().file())
        .isEqualTo("Money.avsc");
  }

  @Test
  void aTypeThatStandsInNoFileIsUnknown(@TempDir Path folder) throws IOException {
    // Given
    Files.writeString(
        folder.resolve("Order.avsc"),
        "{\"type\": \"record\", \"name\": \"Order\", \"fields\": [{\"name\": \"total\", \"type\":"
            + " \"Money\"}]}");

    // When
    var contract = new ContractReader(folder).read(Path.of("Order.avsc"));

    // Then
    assertThat(contract.problems())
        .extracting("rule")
        .containsExactly("contract/avro-unknown-type");
  }

  @Test
  void readsARecursiveSchemaWithNamespacesAliasesAndDefaults() {
    // When
    var contract =
        (AvroContract)
            new ContractReader(Path.of("."))
                .read(
                    Texts.document(
                        "order.avsc",
                        """
                        {"type": "record", "name": "shop.Order", "aliases": ["Purchase"],
                         "doc": "an order", "fields": [
                          {"name": "id", "type": {"type": "string", "logicalType": "uuid"}},
                          {"name": "total", "order": "descending",
                           "type": {"type": "bytes", "logicalType": "decimal", "precision": 9, "scale": 2}},
                          {"name": "state", "type": {"type": "enum", "name": "State",
                            "symbols": ["OPEN", "PAID"], "default": "OPEN"}, "default": "OPEN"},
                          {"name": "parts", "type": {"type": "array", "items": "Order"}, "default": []},
                          {"name": "first", "type": ["null", "shop.Order"], "default": null}]}
                        """));

    // Then
    assertThat(contract.problems()).isEmpty();
    assertThat(contract.kind()).isEqualTo(ContractKind.AVRO);
    assertThat(contract.title()).isEqualTo("shop.Order");
    AvroSchema schema = contract.schema().orElseThrow();
    var order = (AvroDefinition.Structure) schema.definitions().get("shop.Order");
    assertThat(order.aliases()).containsExactly("shop.Purchase");
    AvroField total = order.field("total").orElseThrow();
    assertThat(total.order()).isEqualTo(AvroField.Order.DESCENDING);
    assertThat(total.at().place().line()).isEqualTo(4);
    assertThat(((AvroType.Primitive) total.type()).logical())
        .contains(new LogicalType(LogicalType.Kind.DECIMAL, 9, 2));
    assertThat(schema.definitions()).containsKey("shop.State");
    assertThat(schema.canonicalForm())
        .startsWith("{\"name\":\"shop.Order\",\"type\":\"record\",\"fields\":[{\"name\":\"id\"")
        .endsWith("{\"name\":\"first\",\"type\":[\"null\",\"shop.Order\"]}]}");
  }

  @Test
  void readsAProtocol() {
    // When
    AvroContract contract =
        AvroReader.read(
            Texts.document(
                "stock.avpr",
                """
                {"protocol": "Stock", "namespace": "shop", "types": [
                   {"type": "record", "name": "Item", "fields": [{"name": "sku", "type": "string"}]},
                   {"type": "error", "name": "Gone", "fields": []}],
                 "messages": {
                   "reserve": {"request": [{"name": "item", "type": "Item"}], "response": "int",
                     "errors": ["Gone"]},
                   "ping": {"request": [], "response": "null", "one-way": true}}}
                """));

    // Then
    assertThat(contract.problems()).isEmpty();
    AvroProtocol protocol = contract.protocol().orElseThrow();
    assertThat(protocol.fullName()).isEqualTo("shop.Stock");
    assertThat(protocol.messages())
        .extracting(
            message ->
                message.name()
                    + message.request().stream().map(f -> f.type().branchName()).toList()
                    + message.response().branchName()
                    + message.errors().stream().map(AvroType::branchName).toList())
        .containsExactly("reserve[shop.Item]int[string, shop.Gone]", "ping[]null[string]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\": \"record\", \"name\": \"A\", \"fields\": []}",
        "{\"type\": \"array\", \"items\": \"string\"}",
        "{\"type\": \"map\", \"values\": [\"null\", \"long\"]}",
        "[\"null\", {\"type\": \"fixed\", \"name\": \"A\", \"size\": 2}]",
        "{\"protocol\": \"A\", \"messages\": {}}"
      })
  void isRecognisedByItsContent(String text) {
    assertThat(ContractReader.detect(Texts.document("a.json", text))).contains(ContractKind.AVRO);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\": \"record\", \"name\": \"A\"}",
        "{\"type\": \"array\", \"items\": {\"type\": \"string\"}}",
        "{\"type\": \"string\"}",
        "[\"null\", \"string\"]",
        "{\"protocol\": \"http\", \"port\": 1, \"stubs\": []}"
      })
  void otherDocumentsAreNoAvro(String text) {
    assertThat(ContractReader.detect(Texts.document("a.json", text)))
        .isNotEqualTo(java.util.Optional.of(ContractKind.AVRO));
  }

  @Nested
  class Failures {
    @Test
    void tellsWhatIsWrongAndReadsTheRest() throws IOException {
      // Given
      Document document =
          Texts.document(
              "order.avsc",
              """
              {"type": "record", "name": "shop.Order", "aliases": ["9a"], "fields": [
                {"name": "a", "type": "Stat"},
                {"name": "b", "type": "Later"},
                {"name": "c", "type": {"type": "record", "name": "Later", "fields": []}},
                {"name": "c", "type": "int", "default": "x"},
                {"name": "1d", "type": ["int", "null"], "default": null},
                {"name": "e", "type": ["int", "int", ["null"]]},
                {"name": "f", "type": []},
                {"name": "g", "type": {"type": "enum", "name": "State",
                  "symbols": ["A", "A", "b-c"], "default": "B"}},
                {"name": "h", "type": {"type": "fixed", "name": "Key", "sise": 4}},
                {"name": "i", "type": {"type": "array", "item": "int"}},
                {"name": "j", "type": {"type": "int", "logicalType": "dat"}},
                {"name": "k", "type": "int", "logicalType": "date"},
                {"name": "l", "type": {"type": "string", "logicalType": "date"}},
                {"name": "m", "type": {"type": "bytes", "logicalType": "decimal"}},
                {"name": "n", "type": {"type": "record", "name": "Later", "fields": []}},
                {"name": "o", "type": "Order", "ordr": "up"},
                {"name": "p", "type": "int", "order": "ascendin", "defaults": 1},
                {"name": "q", "type": null},
                {"nam": "r", "type": "int"},
                {"name": "s"},
                "t",
                {"name": "u", "type": {"name": "State"}},
                {"name": "v", "type": {"type": "record", "fields": []}},
                {"name": "w", "type": {"type": "record", "name": "int", "fields": {}}},
                {"name": "x", "type": "null", "default": null}
              ]}
              """);

      // When
      AvroContract contract = AvroReader.read(document);

      // Then
      var order =
          (AvroDefinition.Structure)
              contract.schema().orElseThrow().definitions().get("shop.Order");
      assertThat(order.field("x")).isPresent();
      Golden.assertProblems(getClass(), "problems.golden", document, contract.problems());
    }

    @Test
    void tellsWhatIsWrongWithAProtocol() throws IOException {
      // Given
      Document document =
          Texts.document(
              "stock.avpr",
              """
              {"protocol": "St ock", "types": [{"type": "fixed", "name": "A", "size": "4"}],
               "messages": {
                 "a": {"request": [], "response": "int", "one-way": true},
                 "b": 1,
                 "c": {"requests": [], "response": "Missing"}}}
              """);

      // When
      AvroContract contract = AvroReader.read(document);

      // Then
      Golden.assertProblems(getClass(), "protocol-problems.golden", document, contract.problems());
    }
  }
}
