package dev.concordat.compare.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class ParameterDiffTest {
  private static final String NONE = "";
  private static final String OPTIONAL = "{name: limit, in: query, schema: {type: integer}}";
  private static final String REQUIRED =
      "{name: limit, in: query, required: true, schema: {type: integer}}";

  private static String pets(String... parameters) {
    return """
    paths:
      /pets:
        get:
          parameters: [%s]
          responses: {'200': {description: all}}
    """
        .formatted(String.join(", ", parameters));
  }

  private static String schema(String schema) {
    return pets("{name: limit, in: query, schema: " + schema + "}");
  }

  @Nested
  class Requiredness {
    @Test
    void aRequiredOneThatCameIsShownByARequestWithoutIt() {
      assertEquals(
          """
          GET /pets
          ! the required query parameter 'limit' is absent\
          """,
          Http.witness(pets(NONE), pets(REQUIRED)));
    }

    @Test
    void anOptionalOneThatCameIsSafe() {
      assertEquals(
          List.of("safe GET /pets · query parameter limit: the query parameter 'limit' was added"),
          Http.diff(pets(NONE), pets(OPTIONAL)));
    }

    @Test
    void oneThatBecameRequiredIsShownByARequestWithoutIt() {
      assertEquals(
          """
          GET /pets
          ! the required query parameter 'limit' is absent\
          """,
          Http.witness(pets(OPTIONAL), pets(REQUIRED)));
    }

    @Test
    void oneThatBecameOptionalIsSafe() {
      assertEquals(
          List.of(
              "safe GET /pets · query parameter limit: the query parameter 'limit' is no longer"
                  + " required"),
          Http.diff(pets(REQUIRED), pets(OPTIONAL)));
    }

    @Test
    void oneThatIsGoneIsPassedOver() {
      assertEquals(
          List.of(
              "meaning GET /pets · query parameter limit: the query parameter 'limit' was removed:"
                  + " whoever does not know it passes over it"),
          Http.diff(pets(OPTIONAL), pets(NONE)));
    }

    @Test
    void oneThatMovedToAnotherPartOfTheRequestHasAzuresNameForThat() {
      var moved =
          Http.comparison(
              pets(OPTIONAL), pets("{name: limit, in: header, schema: {type: integer}}"));
      assertEquals(
          2,
          moved.differences().stream()
              .flatMap(each -> each.aliases().stream())
              .filter(alias -> alias.id().equals("ParameterInHasChanged"))
              .count());
    }

    @Test
    void headersAreOneWhateverTheirCase() {
      assertEquals(
          List.of(),
          Http.diff(
              pets("{name: X-Tenant, in: header, schema: {type: string}}"),
              pets("{name: x-tenant, in: header, schema: {type: string}}")));
    }

    @Test
    void aCookieThatBecameRequiredIsShownByARequestWithoutIt() {
      assertEquals(
          """
          GET /pets
          ! the required cookie 'session' is absent\
          """,
          Http.witness(
              pets("{name: session, in: cookie, schema: {type: string}}"),
              pets("{name: session, in: cookie, required: true, schema: {type: string}}")));
    }
  }

  @Nested
  class Values {
    @Test
    void aBoundThatWasLoweredIsShownByAValueBeyondIt() {
      assertEquals(
          """
          GET /pets?limit=51
          ! query parameter 'limit': 51 is too large, the contract wants at most 50 (new.yaml:6)\
          """,
          Http.witness(
              schema("{type: integer, maximum: 100}"), schema("{type: integer, maximum: 50}")));
    }

    @Test
    void aBoundThatWasRaisedIsSafe() {
      assertEquals(
          List.of("safe GET /pets · query parameter limit: maximum was 50 and is 100"),
          Http.diff(
              schema("{type: integer, maximum: 50}"), schema("{type: integer, maximum: 100}")));
    }

    @Test
    void aPathHasNoEmptyPieces() {
      // Given
      String item =
          """
          paths:
            /pets/{id}:
              get:
                parameters: [{name: id, in: path, required: true, schema: {type: string, minLength: %d}}]
                responses: {'200': {description: it}}
          """;
      // When
      List<String> safe = Http.diff(item.formatted(0), item.formatted(1));
      String witness = Http.witness(item.formatted(0), item.formatted(2));
      // Then
      assertEquals(List.of("safe GET /pets/{id} · path parameter id: minLength 1 was added"), safe);
      assertEquals(
          """
          GET /pets/a
          ! path parameter 'id': "a" has 1 character, the contract wants at least 2 characters\
           (new.yaml:6)\
          """,
          witness);
    }

    @Test
    void aSchemaWhereNoneWasIsShownByAText() {
      assertEquals(
          """
          GET /pets?limit=
          ! query parameter 'limit': "" is a string, the contract wants an integer (new.yaml:6)\
          """,
          Http.witness(pets("{name: limit, in: query}"), schema("{type: integer}")));
    }

    @Test
    void numbersAreTextsOnTheWire() {
      assertEquals(
          List.of("safe GET /pets · query parameter limit: type was \"integer\" and is \"string\""),
          Http.diff(schema("{type: integer}"), schema("{type: string}")));
    }

    @Test
    void textsThatAreTooLongForTheNewBoundAreNot() {
      assertEquals(
          """
          GET /pets?limit=-100
          ! query parameter 'limit': "-100" has 4 characters, the contract wants at most 3 characters (new.yaml:6)\
          """,
          Http.witness(schema("{type: integer}"), schema("{type: string, maxLength: 3}")));
    }
  }

  @Nested
  class Styles {
    private static String list(String more) {
      return pets(
          "{name: ids, in: query, schema: {type: array, items: {type: integer}}" + more + "}");
    }

    @Test
    void aParameterWithAnOperatorInItsPathIsItself() {
      String report =
          "paths: {'/report{.format}': {get: {parameters: [{name: .format, in: path, required: true,"
              + " schema: {type: string}}], responses: {'200': {description: it}}}}}";

      assertEquals(List.of(), Http.diff(report, report));
    }

    @Test
    void aListThatIsNoLongerExplodedLosesItems() {
      assertEquals(
          List.of(
              "misread GET /pets · query parameter ids: the query parameter 'ids' was in"
                  + " style form, exploded and is in style form: [0,0] is sent as 0 and"
                  + " read as [0]"),
          Http.diff(list(""), list(", explode: false")));
    }

    @Test
    void aTextIsTheSameInEveryPlainStyle() {
      String text = "{name: name, in: query, schema: {type: string}";
      assertEquals(
          List.of(
              "safe GET /pets · query parameter name: the query parameter 'name' was in"
                  + " style form, exploded and is in style form, which changes nothing on"
                  + " the wire"),
          Http.diff(pets(text + "}"), pets(text + ", explode: false}")));
    }
  }
}
