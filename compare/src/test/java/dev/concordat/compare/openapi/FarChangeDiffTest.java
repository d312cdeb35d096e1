package dev.concordat.compare.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/// An operation whose own text stays as it is, word by word, while something that it rests on changes elsewhere.
final class FarChangeDiffTest {
  private static final String OPERATION =
      """
      paths:
        /orders/{id}:
          parameters:
            - {name: id, in: path, required: true, schema: {$ref: '#/components/schemas/Id'}}
          get:
            responses:
              '200':
                description: one
                content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}
      """;

  private static final String COMPONENTS =
      """
      components:
        securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}
        schemas:
          Id: {type: string}
          Order: {type: object, properties: {buyer: {$ref: '#/components/schemas/Buyer'}, note: {$ref: '#note'}}}
          Buyer: {type: object, properties: {name: {$ref: '#/components/schemas/Text', maxLength: 3}}}
          Text: {type: string}
          Note: {$anchor: note, type: string}
      """;

  private static final String WHOLE = OPERATION + COMPONENTS;

  private static final String BODY = "GET /orders/{id} · response body 200 application/json";

  private static List<String> changed(String before, String after) {
    return Http.diff(before, after).stream()
        .map(line -> line.substring(0, line.indexOf(": ")))
        .toList();
  }

  @Test
  void aComponentBehindAComponentIsSeen() {
    assertEquals(
        List.of("breaks " + BODY),
        changed(WHOLE, WHOLE.replace("Text: {type: string}", "Text: {type: integer}")));
  }

  @Test
  void aComponentThatIsNamedByItsAnchorIsSeen() {
    assertEquals(
        List.of("breaks " + BODY),
        changed(WHOLE, WHOLE.replace("note, type: string", "note, type: integer")));
  }

  @Test
  void theSchemaOfAParameterOfTheWholePathIsSeen() {
    assertEquals(
        List.of("breaks GET /orders/{id} · path parameter id"),
        changed(WHOLE, WHOLE.replace("Id: {type: string}", "Id: {type: integer}")));
  }

  @Test
  void credentialsThatTheWholeDocumentAsksForAreSeen() {
    assertEquals(
        List.of("breaks GET /orders/{id} · security"),
        changed(WHOLE, "security: [{key: []}]\n" + WHOLE));
  }

  @Test
  void anotherPlaceOfTheSameCredentialIsSeen() {
    // Given
    String before = "security: [{key: []}]\n" + WHOLE;
    // When
    List<String> changed = changed(before, before.replace("X-Key", "X-Other"));
    // Then
    assertEquals(List.of("breaks GET /orders/{id} · security"), changed);
  }

  @Test
  void anotherDialectOfTheWholeDocumentIsNeverPassedOver() {
    // Given: draft 7 knows no anchors, and passes over what stands beside a reference
    String after = "jsonSchemaDialect: http://json-schema.org/draft-07/schema#\n" + WHOLE;
    // When
    List<String> changed = changed(WHOLE, after);
    // Then
    assertEquals(List.of("unknown " + BODY), changed.stream().distinct().toList());
  }

  @Test
  void aComponentThatOnlyADiscriminatorChoosesIsSeen() {
    // Given
    String before =
        OPERATION
            + """
            components:
              schemas:
                Id: {type: string}
                Order:
                  oneOf: [{$ref: '#/components/schemas/Gift'}, {$ref: '#/components/schemas/Sale'}]
                  discriminator:
                    propertyName: kind
                    mapping: {g: '#/components/schemas/Gift', s: '#/components/schemas/Sale'}
                Gift: {type: object, required: [kind], properties: {kind: {type: string}, by: {type: string}}}
                Sale: {type: object, required: [kind, sum], properties: {kind: {type: string}, sum: {type: number}}}
            """;
    // When
    List<String> changed = changed(before, before.replace("mapping: {g: ", "mapping: {gift: "));
    // Then
    assertEquals(List.of("breaks " + BODY), changed);
  }

  @Test
  void nothingIsToldWhereNothingOfItChanged() {
    assertEquals(List.of(), changed(WHOLE, WHOLE + "    Unused: {type: integer}\n"));
  }
}
