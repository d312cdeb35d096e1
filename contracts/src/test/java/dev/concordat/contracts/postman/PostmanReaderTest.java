package dev.concordat.contracts.postman;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.ContractKind;
import dev.concordat.contracts.reader.ContractReader;
import dev.concordat.contracts.stub.Golden;
import dev.concordat.contracts.stub.RequestPart;
import dev.concordat.contracts.stub.Stub;
import dev.concordat.contracts.stub.StubBody;
import dev.concordat.contracts.stub.StubContract;
import dev.concordat.contracts.stub.StubResponse;
import dev.concordat.contracts.stub.Texts;
import dev.concordat.contracts.tree.Document;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PostmanReaderTest {
  private static Document document(String text) {
    return Texts.document("shop.postman_collection.json", text);
  }

  private static StubContract read(String items) {
    return PostmanReader.read(
        document(
            """
            {"info": {"name": "Shop", "schema":
              "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"},
             "variable": [{"key": "baseUrl", "value": "https://{{host}}/v1"},
                          {"key": "host", "value": "shop.example:8443"},
                          {"key": "loop", "value": "{{loop}}{{loop}}"}],
             "item": %s}
            """
                .formatted(items)));
  }

  @Test
  void readsFoldersWithTheirRequestsAndSavedResponses() {
    // Given
    Document document =
        document(
            """
            {"info": {"_postman_id": "1", "name": "Shop", "version": {"major": 1, "minor": 2},
              "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"},
             "variable": [{"key": "baseUrl", "value": "https://shop.example"}],
             "item": [{"name": "Orders", "item": [
               {"name": "Place",
                "request": {"method": "POST",
                  "header": [{"key": "X-Id", "value": "1"},
                             {"key": "X-Off", "value": "1", "disabled": true}],
                  "url": {"raw": "{{baseUrl}}/orders/:id?dry=true",
                    "host": ["{{baseUrl}}"], "path": ["orders", ":id"],
                    "query": [{"key": "dry", "value": "true"}, {"key": "token", "value": "{{t}}"},
                              {"key": "off", "value": "1", "disabled": true}],
                    "variable": [{"key": "id", "value": "a b"}]},
                  "body": {"mode": "raw", "raw": "{\\"qty\\": 2}",
                           "options": {"raw": {"language": "json"}}}},
                "response": [
                  {"name": "placed",
                   "originalRequest": {"method": "POST", "url": "{{baseUrl}}/orders/7",
                     "header": "X-Id: 2\\nX-Other: 3",
                     "body": {"mode": "urlencoded",
                              "urlencoded": [{"key": "a", "value": "b c"}]}},
                   "status": "Created", "code": 201, "_postman_previewlanguage": "json",
                   "header": [{"key": "Content-Type", "value": "application/json"}],
                   "cookie": [], "body": "{\\"id\\": 10.10}"},
                  {"name": "random", "code": 200, "header": null, "body": "{{$guid}}"}]}]},
               {"name": "Health", "request": "{{baseUrl}}/health"}]}
            """);

    // When
    var collection = (StubContract) new ContractReader(Path.of(".")).read(document);

    // Then
    assertThat(collection.kind()).isEqualTo(ContractKind.POSTMAN);
    assertThat(collection.problems()).isEmpty();
    assertThat(collection.title()).isEqualTo("Shop");
    assertThat(collection.version()).isEqualTo("1.2.0");
    assertThat(collection.stubs())
        .extracting(stub -> stub.title() + " " + Texts.shown(stub.request()))
        .containsExactly(
            "Orders / Place: placed [METHOD POST, PATH /orders/7]",
            "Orders / Place: random [METHOD POST, PATH /orders/{id}, QUERY_PARAMETER dry true,"
                + " QUERY_PARAMETER token Presence[isPresent=true]]",
            "Health [METHOD GET, PATH /health]");
    Stub placed = collection.stubs().getFirst();
    assertThat(placed.request().sample())
        .contains(
            new HttpRequestMessage(
                "POST",
                "/orders/7",
                List.of(
                    new Header("Host", "shop.example"),
                    new Header("X-Id", "2"),
                    new Header("X-Other", "3"),
                    new Header("Content-Type", "application/x-www-form-urlencoded")),
                Bytes.utf8("a=b%20c")));
    var response = (StubResponse.Stated) placed.responses().getFirst();
    assertThat(response.status()).isEqualTo(201);
    assertThat(response.body()).isEqualTo(new StubBody.Inline(Bytes.utf8("{\"id\": 10.10}")));
    var random = (StubResponse.Stated) collection.stubs().get(1).responses().getFirst();
    assertThat(random.isTemplated()).isTrue();
    assertThat(collection.stubs().getLast().responses()).isEmpty();
  }

  @Test
  void fillsInTheVariablesOfTheCollectionAndLeavesTheOthersOpen() {
    // When
    StubContract collection =
        read(
            """
            [{"name": "a", "request": {"url": "{{baseUrl}}/orders/{{orderId}}"}},
             {"name": "b", "request": {"url": {"raw": "{{elsewhere}}/b",
               "host": ["{{elsewhere}}"], "path": ["b"]}}},
             {"name": "c", "request": {"url": {"host": ["{{baseUrl}}"], "path": "/c/:id",
               "variable": [{"key": "id", "value": "1/2"}]}}},
             {"name": "d", "request": {"url": "http://x/{{loop}}"}}]
            """);

    // Then
    assertThat(collection.problems()).isEmpty();
    assertThat(collection.stubs())
        .extracting(
            stub ->
                stub.request().on(RequestPart.PATH).findFirst().orElseThrow().pattern().toString())
        .startsWith("/v1/orders/{orderId}", "/b", "/v1/c/{id}");
    assertThat(collection.stubs())
        .extracting(stub -> stub.request().sample().map(HttpRequestMessage::target).orElse("-"))
        .containsExactly("-", "/b", "/v1/c/1%2F2", "-");
  }

  @Nested
  class Failures {
    @Test
    void tellsWhatIsWrongAndReadsTheRest() throws IOException {
      // Given
      Document document =
          document(
              """
              {"info": {"_postman_id": "1", "schema": "https://schema.postman.com/v3.0.0"},
               "item": [
                {"name": "a", "request": {"methd": "GET", "header": {}}},
                {"name": "b", "requests": []},
                {"name": "c", "request": {"url": "/c", "body": {"mode": "raww", "raw": ""}},
                 "response": [{"code": "OK", "bodyy": ""}, 7]},
                "d"]}
              """);

      // When
      StubContract collection = PostmanReader.read(document);

      // Then
      assertThat(collection.stubs()).hasSize(1);
      Golden.assertProblems(getClass(), "problems.golden", document, collection.problems());
    }
  }
}
