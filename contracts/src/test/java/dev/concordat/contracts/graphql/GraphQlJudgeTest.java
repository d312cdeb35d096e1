package dev.concordat.contracts.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.breach.Breach;
import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.contracts.tree.TextFile;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraphQlJudgeTest {
  private static final GraphQlSchemaContract SCHEMA =
      (GraphQlSchemaContract)
          GraphQlReader.read(
              TextFile.of(
                  Path.of("/w"),
                  "shop.graphql",
                  GraphQlReaderTest.SHOP.getBytes(StandardCharsets.UTF_8)));

  private static JsonValue json(String text) {
    return JsonParser.parse(text).value().orElseThrow();
  }

  private static JsonValue ask(String query, String variables) {
    return JsonObject.EMPTY.with("query", new JsonString(query)).with("variables", json(variables));
  }

  private static List<String> shown(List<Breach> breaches) {
    return breaches.stream()
        .map(breach -> breach.kind() + " " + breach.pointer() + " " + breach.sentence())
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "query($id: ID!) { order(id: $id) { id } }|{\"id\": 7}|",
        "query($id: ID!) { order(id: $id) { id } }|{}|BAD_REQUEST_BODY /variables",
        "query($k: [Kind!]) { search(kinds: $k) { __typename } }|{\"k\": [\"NONE\"]}|BAD_REQUEST_BODY /variables",
        "{ order { id } }|{}|BAD_REQUEST_BODY /query",
        "{ nothing }|{}|BAD_REQUEST_BODY /query",
        "{ order(id: 1) { id }|{}|BAD_REQUEST_BODY /query",
        "{ order(id: 1) { ...A } } fragment A on Order { ...A }|{}|BAD_REQUEST_BODY /query",
        "query A { order(id: 1) { id } } query B { order(id: 1) { id } }|{}|BAD_REQUEST_BODY /operationName"
      })
  void judgesRequests(String query, String variables, String expected) {
    // When
    List<Breach> breaches = new GraphQlJudge(SCHEMA).request(ask(query, variables));
    // Then
    assertThat(breaches.stream().map(it -> it.kind() + " " + it.pointer()).distinct().toList())
        .isEqualTo(expected == null ? List.of() : List.of(expected));
  }

  private static final String QUERY =
      """
      query($more: Boolean!) {
        o: order(id: 1) { id total ...Items }
        search(text: "a") { __typename ... on Item { sku } ... on Order { id @include(if: $more) } }
      }
      fragment Items on Order { items { sku quantity color } }
      """;

  private static List<String> judge(String response) {
    return shown(
        new GraphQlJudge(SCHEMA).response(ask(QUERY, "{\"more\": false}"), json(response)));
  }

  @Test
  void takesWhatWasAskedFor() {
    // When
    List<String> breaches =
        judge(
            """
            {"data": {"o": {"id": "1", "total": {"any": "thing"}, "items": [{"sku": "a", "quantity": null, "color": "ITEM"}]},
             "search": [{"__typename": "Item", "sku": "b"}, {"__typename": "Order"}]}}
            """);
    // Then
    assertThat(breaches).isEmpty();
  }

  @Test
  void namesEverySentenceThatAResponseBreaks() {
    // When
    List<String> breaches =
        judge(
            """
            {"data": {"o": {"id": null, "items": [{"sku": 5, "quantity": 2147483648, "color": "RED"}, {"sku": 6, "quantity": 1, "color": null}], "extra": 1},
             "search": [{"__typename": "Order", "id": "1"}, {"__typename": "Kind"}, null]}}
            """);
    // Then
    assertThat(breaches)
        .containsExactlyInAnyOrder(
            "WRONG_TYPE /data/o/id shop.graphql:8:3",
            "MISSING_FIELD /data/o/total shop.graphql:9:3",
            "WRONG_TYPE /data/o/items/*/sku shop.graphql:14:13",
            "WRONG_TYPE /data/o/items/*/quantity shop.graphql:14:27",
            "VALUE_NOT_ALLOWED /data/o/items/*/color shop.graphql:18:20",
            "UNEXPECTED_FIELD /data/o/extra shop.graphql:2:3",
            "UNEXPECTED_FIELD /data/search/*/id shop.graphql:3:3",
            "VALUE_NOT_ALLOWED /data/search/*/__typename shop.graphql:3:3",
            "WRONG_TYPE /data/search/* shop.graphql:3:3");
  }

  @Test
  void judgesTheFormOfErrors() {
    // When
    List<String> breaches = judge("{\"errors\": [{\"code\": 1}], \"extra\": 1}");
    // Then
    assertThat(breaches)
        .containsExactly(
            "UNEXPECTED_FIELD /extra shop.graphql:1:1",
            "WRONG_ERROR_FORMAT /errors/*/message shop.graphql:1:1");
  }

  @Test
  void tellsTypesApartWithoutTheirName() {
    // When
    List<String> breaches =
        shown(
            new GraphQlJudge(SCHEMA)
                .response(
                    ask("{ search { ... on Item { sku } ... on Order { id } } }", "{}"),
                    json("{\"data\": {\"search\": [{\"sku\": \"a\"}, {\"id\": \"1\"}]}}")));
    // Then
    assertThat(breaches).isEmpty();
  }
}
