package dev.concordat.compare.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class RequestBodyDiffTest {
  private static final String NONE = "responses: {'201': {description: made}}";

  private static String pets(String operation) {
    return "paths: {/pets: {post: {" + operation + "}}}";
  }

  private static String body(String body) {
    return pets("requestBody: {" + body + "}, " + NONE);
  }

  private static String json(String schema) {
    return body("required: true, content: {application/json: {schema: " + schema + "}}");
  }

  @Test
  void aRequiredOneThatCameIsShownByARequestWithoutIt() {
    assertEquals(
        """
        POST /pets
        ! the required body is absent\
        """,
        Http.witness(pets(NONE), json("{type: object}")));
  }

  @Test
  void anOptionalOneThatCameIsSafe() {
    assertEquals(
        List.of("safe POST /pets · request body: an optional request body was added"),
        Http.diff(pets(NONE), body("content: {application/json: {}}")));
  }

  @Test
  void oneThatBecameRequiredIsShownByARequestWithoutIt() {
    assertEquals(
        """
        POST /pets
        ! the required body is absent\
        """,
        Http.witness(
            body("content: {application/json: {}}"),
            body("required: true, content: {application/json: {}}")));
  }

  @Test
  void oneThatIsGoneMayBeRefusedOrNot() {
    assertEquals(
        List.of("unknown POST /pets · request body: a required request body was removed"),
        Http.diff(json("{type: object}"), pets(NONE)));
  }

  @Test
  void ofSeveralRefusalsTheOneIsToldThatTheDifferenceIsAbout() {
    // Given
    String before = json("{type: object, properties: {name: {type: string, maxLength: 4}}}");
    String after =
        json("{required: [sku], type: object, properties: {name: {type: string, maxLength: 3}}}");

    // When
    List<String> refusals =
        Http.comparison(before, after).differences().stream()
            .map(it -> it.pointer() + " " + Http.refusal(it))
            .toList();

    // Then
    assertEquals(
        List.of(
            "/name name: \"aaaa\" has 4 characters, the contract wants at most 3 characters",
            "/sku sku: is missing, the contract requires it"),
        refusals);
  }

  @Test
  void whatAlternativesSayOfThemselvesIsFoundInWhatTheyExtend() {
    // Given
    String wrapped = "{allOf: [{type: object, properties: {kind: {anyOf: [{enum: [cat]}]}}}]}";
    String plain = "{type: object, properties: {kind: {enum: [cat]}}}";
    String before = oneOf(plain);
    String after = oneOf(wrapped);

    // When
    List<String> found = Http.diff(before, after);
    List<String> foundBack = Http.diff(after, before);

    // Then
    assertEquals(List.of(), found);
    assertEquals(List.of(), foundBack);
  }

  private static String oneOf(String cat) {
    return json(
            "{oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}],"
                + " discriminator: {propertyName: kind}}")
        + "\ncomponents: {schemas: {Cat: "
        + cat
        + ", Dog: {type: object, properties: {kind: {enum: [dog]}}}}}";
  }

  @Nested
  class MediaTypes {
    @Test
    void oneThatIsGoneIsShownByABodyInIt() {
      assertEquals(
          """
          POST /pets
          Content-Type: application/xml

          <?xml version="1.0" encoding="UTF-8"?>
          <pet></pet>
          ! the body's Content-Type is application/xml\
          """,
          Http.witness(
              body(
                  "content: {application/json: {}, application/xml: {schema: {type: object, xml:"
                      + " {name: pet}}}}"),
              body("content: {application/json: {}}")));
    }

    @Test
    void oneThatARangeIncludesIsTakenAsBefore() {
      assertEquals(
          List.of(
              "safe POST /pets · request body application/json: bodies of application/json are"
                  + " taken as application/*"),
          Http.diff(body("content: {application/json: {}}"), body("content: {application/*: {}}")));
    }

    @Test
    void aRangeThatBecameATypeIsShownByAnotherTypeOfIt() {
      assertEquals(
          """
          POST /pets
          Content-Type: application/x-any+json

          null
          ! the body's Content-Type is application/x-any+json\
          """,
          Http.witness(
              body("content: {application/*: {}}"), body("content: {application/json: {}}")));
    }

    @Test
    void oneThatCameIsSafe() {
      assertEquals(
          List.of("safe POST /pets · request body text/csv: the media type text/csv was added"),
          Http.diff(
              body("content: {application/json: {}}"),
              body("content: {application/json: {}, text/csv: {}}")));
    }
  }

  @Nested
  class Values {
    @Test
    void aMemberThatBecameRequiredIsShownByABodyWithoutIt() {
      assertEquals(
          """
          POST /pets
          Content-Type: application/json

          {}
          ! name: is missing, the contract requires it (new.yaml:3)\
          """,
          Http.witness(
              json("{type: object, properties: {name: {type: string}}}"),
              json("{type: object, required: [name], properties: {name: {type: string}}}")));
    }

    @Test
    void anOptionalMemberThatCameIsSafe() {
      assertEquals(
          List.of(
              "safe POST /pets · request body application/json: /tag: the member 'tag' was added"),
          Http.diff(
              json("{type: object, properties: {name: {type: string}}}"),
              json("{type: object, properties: {name: {type: string}, tag: {type: string}}}")));
    }

    @Test
    void aReadOnlyMemberNeedNotBeSent() {
      assertEquals(
          List.of(),
          Http.diff(
                  json("{type: object, properties: {id: {type: string, readOnly: true}}}"),
                  json(
                      "{type: object, required: [id], properties: {id: {type: string, readOnly:"
                          + " true}}}"))
              .stream()
              .filter(line -> line.startsWith("breaks"))
              .toList());
    }

    @Test
    void whatIsAroundTheBreakIsAsItOughtToBe() {
      // Given
      String operation =
          """
          paths:
            /pets/{id}:
              put:
                parameters:
                  - {name: id, in: path, required: true, schema: {type: string, pattern: '^p[0-9]$'}}
                  - {name: X-Tenant, in: header, required: true, schema: {type: string, minLength: 2}}
                  - {name: dry, in: query, required: true, schema: {type: boolean}}
                requestBody:
                  required: true
                  content: {application/json: {schema: {type: integer, maximum: 10}}}
                responses: {'204': {description: done}}
          """;
      // When
      String witness = Http.witness(operation, operation.replace("maximum: 10", "maximum: 9"));
      // Then
      assertEquals(
          """
          PUT /pets/p0?dry=true
          X-Tenant: aa
          Content-Type: application/json

          10
          ! 10 is too large, the contract wants at most 9 (new.yaml:12)\
          """,
          witness);
    }
  }

  @Nested
  class Forms {
    private static String form(String schema) {
      return body("content: {application/x-www-form-urlencoded: {schema: " + schema + "}}");
    }

    @Test
    void aBreakIsShownByAForm() {
      assertEquals(
          """
          POST /pets
          Content-Type: application/x-www-form-urlencoded

          age=6
          ! age: 6 is too large, the contract wants at most 5 (new.yaml:3)\
          """,
          Http.witness(
              form("{type: object, properties: {age: {type: integer}}}"),
              form("{type: object, properties: {age: {type: integer, maximum: 5}}}")));
    }

    @Test
    void numbersAreTextsInForms() {
      assertEquals(
          List.of(),
          Http.diff(
                  form("{type: object, properties: {age: {type: integer}}}"),
                  form("{type: object, properties: {age: {type: string}}}"))
              .stream()
              .filter(line -> !line.startsWith("safe"))
              .toList());
    }

    @Test
    void aPartThatMustHaveAnotherMediaTypeIsShownByOneThatHasNot() {
      // Given
      String form =
          "content: {multipart/form-data: {schema: {type: object, properties: {photo: {}}},"
              + " encoding: {photo: {contentType: '%s'}}}}";
      // When
      List<String> differences =
          Http.diff(body(form.formatted("image/png")), body(form.formatted("image/jpeg")));
      // Then
      assertEquals(
          List.of(
              "breaks POST /pets · request body multipart/form-data: the member 'photo' is written"
                  + " otherwise (encoding)"),
          differences);
    }
  }
}
