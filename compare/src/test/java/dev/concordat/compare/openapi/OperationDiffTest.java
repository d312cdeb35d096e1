package dev.concordat.compare.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class OperationDiffTest {
  private static final String ONE =
      """
      paths:
        /pets/{id}:
          get:
            parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
            responses: {'200': {description: it}}
      """;

  @Test
  void saysNothingOfAContractAndItself() {
    assertEquals(List.of(), Http.diff(ONE, ONE));
  }

  @Test
  void anOperationThatIsGoneIsShownByARequest() {
    // Given
    String before =
        """
        paths:
          /pets:
            get: {responses: {'200': {description: all}}}
            post:
              requestBody:
                required: true
                content:
                  application/json:
                    schema: {type: object, required: [name], properties: {name: {type: string, minLength: 1}}}
              responses: {'201': {description: made}}
        """;
    String after = "paths: {/pets: {get: {responses: {'200': {description: all}}}}}";
    // When
    String witness = Http.witness(before, after);
    // Then
    assertEquals(
        """
        POST /pets
        Content-Type: application/json

        {"name":"a"}
        ! /pets has no POST\
        """,
        witness);
  }

  @Test
  void anotherNameOfAPathParameterBreaksNothing() {
    String after = ONE.replace("{id}", "{petId}").replace("name: id", "name: petId");
    assertEquals(
        List.of(
            "safe GET /pets/{id} · path parameter id: the name of the path parameter "
                + "'id' was 'id' and is 'petId'; paths are the same"),
        Http.diff(ONE, after));
  }

  @Test
  void aPathWhoseWordsAParameterTakesIsCovered() {
    // Given
    String mine =
        """
          /pets/mine:
            get: {responses: {'200': {description: it}}}
        """;
    String byName = ONE.replace("integer", "string");
    // When
    List<String> differences = Http.diff(byName + mine, byName);
    // Then
    assertEquals(
        List.of(
            "safe GET /pets/mine · operation: GET /pets/mine was removed; its requests reach GET"
                + " /pets/{id}"),
        differences);
  }

  @Test
  void aPathWhoseWordsNoParameterTakesIsGone() {
    String mine = "  /pets/mine:\n    get: {responses: {'200': {description: it}}}\n";
    assertEquals(
        """
        GET /pets/mine
        ! path parameter 'id': "mine" is a string, the contract wants an integer (new.yaml:6)\
        """,
        Http.witness(ONE + mine, ONE));
  }

  @Test
  void whatCameIsSafe() {
    String more = ONE + "  /owners: {get: {responses: {'200': {description: all}}}}\n";
    assertEquals(
        List.of("safe GET /owners · operation: GET /owners was added"), Http.diff(ONE, more));
  }

  @Test
  void headIsStillAnsweredWhereGetIs() {
    String head =
        ONE
            + "    head:\n"
            + "      parameters: [{name: id, in: path, required: true, schema: {type: integer}}]\n"
            + "      responses: {'200': {description: it}}\n";
    assertEquals(
        List.of(
            "safe HEAD /pets/{id} · operation: HEAD /pets/{id} was removed; its requests reach GET"
                + " /pets/{id}"),
        Http.diff(head, ONE));
  }
}
