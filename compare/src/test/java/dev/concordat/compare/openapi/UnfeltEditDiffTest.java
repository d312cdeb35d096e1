package dev.concordat.compare.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Edits of schemas that no message feels: OpenAPI 3.1 knows no `nullable`, which tools for 3.0 still read.
final class UnfeltEditDiffTest {
  private static String owners(String age, String name) {
    return """
    paths:
      /owners:
        post:
          requestBody:
            content:
              application/json:
                schema:
                  type: object
                  properties: {age: %s, name: %s}
          responses: {'200': {description: made}}
    """
        .formatted(age, name);
  }

  @Test
  void areToldBesideOneThatBreaks() {
    assertEquals(
        List.of(
            "breaks POST /owners · request body application/json: /age: minimum was 18 and is 21",
            "safe POST /owners · request body application/json: 'nullable' was true and is gone,"
                + " which makes no difference to messages"),
        Http.diff(
            owners("{type: integer, minimum: 18}", "{type: string, nullable: true}"),
            owners("{type: integer, minimum: 21}", "{type: string}")));
  }

  @Test
  void areNotToldWhereAllIsSaidInOtherWords() {
    assertEquals(
        List.of(),
        Http.diff(
            owners("{type: integer}", "{type: string, nullable: true}"),
            owners("{type: integer}", "{type: string}")));
  }
}
