package dev.concordat.contracts.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.tree.Document;
import dev.concordat.contracts.tree.Documents;
import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OpenApiSchemaTest {
  private static final String ORDER =
      """
      openapi: 3.0.3
      components:
        schemas:
          Order:
            type: object
            required: [id, amount, secret]
            properties:
              id:
                type: string
                format: uuid
                readOnly: true
              secret:
                type: string
                writeOnly: true
              amount:
                type: number
                minimum: 0
                exclusiveMinimum: true
              note:
                type: string
                nullable: true
                maxLength: 3
              payment:
                oneOf:
                  - $ref: '#/components/schemas/Card'
                  - $ref: '#/components/schemas/Transfer'
                discriminator: {propertyName: kind, mapping: {card: '#/components/schemas/Card'}}
              items:
                type: array
                items: {$ref: '#/components/schemas/Order'}
            additionalProperties: false
          Card:
            type: object
            required: [kind, number]
            properties:
              kind: {type: string, enum: [card]}
              number: {type: string, pattern: '^[0-9]+$'}
          Transfer:
            type: object
            required: [kind, iban]
            properties:
              kind: {type: string, enum: [transfer]}
              iban: {type: string}
      """;

  private static Schema order() {
    var documents = new Documents(Path.of("."));
    Document document =
        documents.parse("orders/openapi.yaml", ORDER.getBytes(StandardCharsets.UTF_8));
    return new SchemaLoader(documents, Dialect.OPENAPI_3_0)
        .load(document.at("/components/schemas/Order").orElseThrow());
  }

  private static JsonValue json(String text) {
    return JsonParser.parse(text).value().orElseThrow();
  }

  private static List<String> messages(String value, Direction direction) {
    return order().validate(json(value), direction).stream().map(Violation::message).toList();
  }

  private static final String ID = "\"id\":\"7f3a0e1c-6d0b-4b5e-9d3a-0c2b1a4f5e6d\"";

  @Test
  void acceptsWhatTheContractAllows() {
    assertThat(
            messages(
                "{"
                    + ID
                    + ",\"amount\":10.10,\"note\":null,\"payment\":{\"kind\":\"card\",\"number\":\"1\"},\"items\":[]}",
                Direction.RESPONSE))
        .isEmpty();
  }

  @Test
  void saysWhatIsWrongWithTheValueAndTheSentence() {
    assertThat(
            messages(
                "{" + ID + ",\"amount\":\"10.10\",\"note\":\"Zoë😀\",\"x\":1}", Direction.RESPONSE))
        .containsExactly(
            "amount: \"10.10\" is a string, the contract wants a number (orders/openapi.yaml:16)",
            "note: \"Zoë😀\" has 4 characters, the contract wants at most 3 characters"
                + " (orders/openapi.yaml:22)",
            "x: is unexpected, the contract allows no other members (orders/openapi.yaml:31)");
  }

  @Test
  void membersThatTravelOneWayMayBeMissingOnTheOther() {
    assertThat(messages("{\"amount\":1,\"secret\":\"s\"}", Direction.REQUEST)).isEmpty();
    assertThat(messages("{\"amount\":1}", Direction.REQUEST))
        .containsExactly("secret: is missing, the contract requires it (orders/openapi.yaml:6)");
    assertThat(messages("{\"amount\":1,\"secret\":\"s\"}", Direction.RESPONSE))
        .containsExactly(
            "id: is missing, the contract requires it (orders/openapi.yaml:6)",
            "secret: \"s\" is sent back, the contract says it is only written"
                + " (orders/openapi.yaml:14)");
  }

  @Test
  void reportsTheAlternativeThatFitsBest() {
    assertThat(
            messages(
                "{\"amount\":0,\"secret\":\"s\",\"payment\":{\"kind\":\"transfer\",\"number\":\"x\"}}",
                Direction.REQUEST))
        .containsExactly(
            "amount: 0 is too small, the contract wants more than 0 (orders/openapi.yaml:17)",
            "payment.iban: is missing, the contract requires it (orders/openapi.yaml:40)");
    assertThat(
            messages(
                "{\"amount\":1,\"secret\":\"s\",\"payment\":{\"kind\":\"card\",\"number\":\"x\"}}",
                Direction.REQUEST))
        .containsExactly(
            "payment.number: \"x\" does not match the pattern `^[0-9]+$` (orders/openapi.yaml:37)");
  }

  @Test
  void checksSchemasThatContainThemselves() {
    assertThat(
            messages(
                "{\"amount\":1,\"secret\":\"s\",\"items\":[{\"amount\":1,\"secret\":3}]}",
                Direction.REQUEST))
        .containsExactly(
            "items[0].secret: 3 is a number, the contract wants a string (orders/openapi.yaml:13)");
  }

  @Test
  void showsAGeneratorEveryConstraint() {
    SchemaView view = order().view();

    assertThat(view.types()).containsExactly(JsonType.OBJECT);
    assertThat(view.required()).containsExactly("id", "amount", "secret");
    assertThat(view.properties().keySet())
        .containsExactly("id", "secret", "amount", "note", "payment", "items");
    assertThat(view.properties().get("amount").view().exclusiveMinimum())
        .hasValueSatisfying(bound -> assertThat(bound).isEqualByComparingTo("0"));
    assertThat(view.properties().get("note").view().nullable()).isTrue();
    assertThat(view.properties().get("payment").view().oneOf()).hasSize(2);
    assertThat(view.placeOf("required").orElseThrow()).hasToString("orders/openapi.yaml:6:7");
    assertThat(view.additionalProperties().orElseThrow().allowsNothing()).isTrue();
  }

  @Test
  void tellsAGeneratorWhatDiscriminatingMembersSay() {
    SchemaView payment = order().view().properties().get("payment").view();
    var documents = new Documents(Path.of("."));
    Document pets =
        documents.parse(
            "pets.yaml",
            """
            openapi: 3.0.3
            components:
              schemas:
                Pet: {type: object, discriminator: {propertyName: petType, mapping: {kitten: Cat}}}
                Cat: {allOf: [{$ref: '#/components/schemas/Pet'}]}
                Dog: {allOf: [{$ref: '#/components/schemas/Pet'}]}
            """
                .getBytes(StandardCharsets.UTF_8));
    var loader = new SchemaLoader(documents, Dialect.OPENAPI_3_0);

    assertThat(payment.discriminator().orElseThrow().property()).isEqualTo("kind");
    assertThat(payment.discriminator().orElseThrow().choices().keySet())
        .containsExactly("card", "Transfer");
    assertThat(
            loader
                .load(pets.at("/components/schemas/Cat").orElseThrow())
                .view()
                .discriminatorValues())
        .containsExactly(Map.entry("petType", "kitten"));
    assertThat(
            loader
                .load(pets.at("/components/schemas/Dog").orElseThrow())
                .view()
                .discriminatorValues())
        .containsExactly(Map.entry("petType", "Dog"));
  }

  @Test
  void aMemberIsReadOnlyWhereAPartOfItsSchemaSaysSo() {
    // Given
    var documents = new Documents(Path.of("."));
    Document document =
        documents.parse(
            "openapi.yaml",
            """
            openapi: 3.0.3
            all:
              required: [a, b, c]
              properties:
                a: {allOf: [{type: string, readOnly: true}]}
                b: {anyOf: [{type: string, readOnly: true}]}
                c: {anyOf: [{type: string, readOnly: true}, {type: integer}]}
            """
                .getBytes(StandardCharsets.UTF_8));
    Schema schema =
        new SchemaLoader(documents, Dialect.OPENAPI_3_0).load(document.at("/all").orElseThrow());

    // When
    List<Violation> found = schema.validate(json("{}"), Direction.REQUEST);

    // Then
    assertThat(found).extracting(Violation::message).hasSize(1).first().asString().contains("c");
  }
}
