package dev.concordat.compare.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class ResponseDiffTest {
  private static String pets(String responses) {
    return "paths: {/pets: {get: {responses: {" + responses + "}}}}";
  }

  private static String ok(String more) {
    return pets("'200': {description: all" + more + "}");
  }

  @Nested
  class Statuses {
    @Test
    void oneThatCameIsOnlyForReadersWhoKnowAll() {
      assertEquals(
          """
          GET /pets
          422
          ! GET /pets answered 422, which is not documented\
          """,
          Http.witness(ok(""), pets("'200': {description: all}, '422': {description: bad}")));
    }

    @Test
    void oneThatARangeSpeaksOfIsExpected() {
      assertEquals(
          List.of("safe GET /pets · response 422: the status 422 was added; '4XX' speaks of it"),
          Http.diff(
              pets("'200': {description: all}, 4XX: {description: bad}"),
              pets(
                  "'200': {description: all}, 4XX: {description: bad}, '422': {description:"
                      + " bad}")));
    }

    @Test
    void aFailureThatIsGoneIsSafe() {
      assertEquals(
          List.of("safe GET /pets · response 404: the status 404 was removed"),
          Http.diff(pets("'200': {description: all}, '404': {description: none}"), ok("")));
    }

    @Test
    void theLastSuccessThatIsGoneIsShownByWhatComesInstead() {
      assertEquals(
          List.of(
              "breaks GET /pets · response 200: the status 200 was removed, and no success that was"
                  + " expected is left",
              "risky GET /pets · response 202: the status 202 was added"),
          Http.diff(ok(""), pets("'202': {description: later}")));
    }

    @Test
    void oneOfSeveralSuccessesMayGo() {
      assertEquals(
          List.of("safe GET /pets · response 206: the status 206 was removed"),
          Http.diff(pets("'200': {description: all}, '206': {description: some}"), ok("")));
    }

    @Test
    void whatDefaultSaysHoldsForStatusesThatAreGone() {
      assertEquals(
          """
          GET /pets
          404
          Content-Type: application/json

          ""
          ! "" is a string, the contract wants an object (old.yaml:3)\
          """,
          Http.witness(
              pets(
                  "'200': {description: all}, default: {description: bad}, '404': {description: no,"
                      + " content: {application/json: {schema: {type: object}}}}"),
              pets(
                  "'200': {description: all}, default: {description: bad, content:"
                      + " {application/json: {schema: {type: [object, string]}}}}")));
    }
  }

  @Nested
  class Headers {
    private static String header(String header) {
      return ok(", headers: {Location: {" + header + "}}");
    }

    @Test
    void oneThatMayBeAbsentIsShownByAResponseWithoutIt() {
      assertEquals(
          """
          GET /pets
          200
          ! the required header 'Location' is absent\
          """,
          Http.witness(
              header("required: true, schema: {type: string}"), header("schema: {type: string}")));
    }

    @Test
    void aRequiredOneThatIsGoneIsShownByAResponseWithoutIt() {
      assertEquals(
          """
          GET /pets
          200
          ! the required header 'Location' is absent\
          """,
          Http.witness(header("required: true, schema: {type: string}"), ok("")));
    }

    @Test
    void anOptionalOneThatIsGoneWasNeverSureToBeThere() {
      assertEquals(
          List.of(
              "safe GET /pets · response header 200 Location: the response header 'Location' was"
                  + " removed"),
          Http.diff(header("schema: {type: string}"), ok("")));
    }

    @Test
    void anotherValueIsShownByAResponseWithIt() {
      assertEquals(
          """
          GET /pets
          200
          Location: 6
          ! header 'Location': 6 is too large, the contract wants at most 5 (old.yaml:3)\
          """,
          Http.witness(
              header("schema: {type: integer, maximum: 5}"),
              header("schema: {type: integer, maximum: 6}")));
    }
  }

  @Nested
  class MediaTypes {
    private static String types(String... types) {
      return ok(", content: {" + String.join(": {}, ", types) + ": {}}");
    }

    @Test
    void oneMoreIsShownByABodyThatIsNotEmpty() {
      assertEquals(
          List.of(
              "risky GET /pets · response body 200 application/xml: the media type application/xml"
                  + " was added"),
          Http.diff(
              ok(", content: {application/json: {schema: {type: string}}}"),
              ok(
                  ", content: {application/json: {schema: {type: string}},"
                      + " application/xml: {schema: {type: string}}}")));
    }

    @Test
    void anotherOneInsteadIsShownByAResponse() {
      assertEquals(
          List.of(
              "breaks GET /pets · response body 200 application/json: the media type "
                  + "application/json was removed",
              "risky GET /pets · response body 200 text/csv: the media type text/csv was added"),
          Http.diff(types("application/json"), types("text/csv")));
    }

    @Test
    void oneOfSeveralThatIsGoneIsMissedByWhoeverAsksForIt() {
      assertEquals(
          """
          GET /pets
          Accept: text/csv
          200
          Content-Type: application/json

          null
          ! the request asks for text/csv (Accept), and the answer is application/json\
          """,
          Http.witness(types("application/json", "text/csv"), types("application/json"))
              .replace("GET /pets\n", "GET /pets\nAccept: text/csv\n"));
    }

    @Test
    void noBodyAnyMoreIsShownByAnEmptyOne() {
      assertEquals(
          """
          GET /pets
          200
          ! the body is empty\
          """,
          Http.witness(types("application/json"), ok("")));
    }

    @Test
    void bodiesOfStatusesThatHaveNoneDoNotMatter() {
      assertEquals(
          List.of(),
          Http.diff(
              pets(
                  "'204': {description: none, content: {application/json: {schema: {type:"
                      + " object}}}}"),
              pets("'204': {description: none}")));
    }
  }

  @Nested
  class Values {
    private static String json(String schema) {
      return ok(", content: {application/json: {schema: " + schema + "}}");
    }

    @Test
    void aRequiredMemberThatMayBeAbsentIsShownByABodyWithoutIt() {
      assertEquals(
          """
          GET /pets
          200
          Content-Type: application/json

          {}
          ! name: is missing, the contract requires it (old.yaml:3)\
          """,
          Http.witness(
              json("{type: object, required: [name], properties: {name: {type: string}}}"),
              json("{type: object, properties: {name: {type: string}}}")));
    }

    @Test
    void anEnumValueThatCameIsShownToReadersOfTheOldList() {
      assertEquals(
          """
          GET /pets
          200
          Content-Type: application/json

          "sold"
          ! "sold" is not allowed, the contract wants one of "new", "old" (old.yaml:3)\
          """,
          Http.witness(json("{enum: [new, old]}"), json("{enum: [new, old, sold]}")));
    }

    @Test
    void aPartAroundTheSameSchemaChangesNothing() {
      assertEquals(
          List.of(),
          Http.diff(
              json("{type: object, properties: {name: {type: string}}}"),
              json("{allOf: [{type: object, properties: {name: {type: string}}}]}")));
    }

    @Test
    void anErrorsBodyIsComparedToo() {
      assertEquals(
          """
          GET /pets
          500
          Content-Type: application/json

          0
          ! 0 is a number, the contract wants a string (old.yaml:3)\
          """,
          Http.witness(
              pets("default: {description: x, content: {application/json: {schema: {type:"
                      + " string}}}}")
                  .replace("default", "'500'"),
              pets("default: {description: x, content: {application/json: {schema: {type:"
                      + " [string, integer]}}}}")
                  .replace("default", "'500'")));
    }
  }

  /// OpenAPI 3.0's `nullable` lets null pass whatever stands beside it, so it is no empty word around a reference.
  @Test
  void nullThatAReferenceBesideItWouldRefuse() {
    String owner =
        """
        openapi: 3.0.3
        info: {title: Shop, version: '1'}
        paths: {/pets: {get: {responses: {'200': {description: one, content: {application/json: {schema:
          {type: object, required: [owner], properties: {owner: {%sallOf: [{$ref: '#/components/schemas/Owner'}]}}}}}}}}}}
        components: {schemas: {Owner: {type: object}}}
        """;

    assertEquals(
        List.of(
            "breaks GET /pets · response body 200 application/json: /owner: null became allowed"),
        Http.diff(owner.formatted(""), owner.formatted("nullable: true, ")));
  }
}
