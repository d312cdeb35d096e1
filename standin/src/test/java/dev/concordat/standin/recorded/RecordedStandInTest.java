package dev.concordat.standin.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.reader.ContractReader;
import dev.concordat.contracts.stub.StubContract;
import dev.concordat.contracts.tree.TextFile;
import dev.concordat.standin.http.HttpServer;
import dev.concordat.wire.capture.EventLoops;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Started servers, asked by a client.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordedStandInTest {
  private static final String ARCHIVE =
      """
      {"log": {"version": "1.2", "creator": {"name": "browser", "version": "1"}, "entries": [
        {"startedDateTime": "2026-01-06T09:30:00Z", "time": 3,
         "request": {"method": "GET", "url": "https://shop.example/orders?limit=2&api_key=k-12345", "headers": []},
         "response": {"status": 200, "headers": [
             {"name": "Content-Type", "value": "application/json"},
             {"name": "Content-Encoding", "value": "gzip"},
             {"name": "Set-Cookie", "value": "sid=s3cret"}],
           "content": {"mimeType": "application/json", "text": "{\\"items\\":[7],\\"password\\":\\"hunter2\\"}"}}},
        {"startedDateTime": "2026-01-06T09:30:01Z", "time": 3,
         "request": {"method": "GET", "url": "https://shop.example/orders/7", "headers": []},
         "response": {"status": 200, "headers": [], "content": {"text": "NEW"}}},
        {"startedDateTime": "2026-01-06T09:30:02Z", "time": 3,
         "request": {"method": "POST", "url": "https://shop.example/orders",
           "headers": [{"name": "Content-Type", "value": "application/json"}],
           "postData": {"mimeType": "application/json", "text": "{\\"sku\\": \\"A1\\", \\"qty\\": 1}"}},
         "response": {"status": 201, "headers": [{"name": "Location", "value": "/orders/8"}], "content": {}}},
        {"startedDateTime": "2026-01-06T09:30:03Z", "time": 3,
         "request": {"method": "GET", "url": "https://shop.example/orders/7", "headers": []},
         "response": {"status": 200, "headers": [], "content": {"text": "PAID"}}},
        {"startedDateTime": "2026-01-06T09:30:04Z", "time": 3,
         "request": {"method": "GET", "url": "https://shop.example/slow", "headers": []},
         "response": {"status": 0, "headers": [], "content": {}, "_error": "net::ERR_TIMED_OUT"}}
      ]}}
      """;

  private static final String COLLECTION =
      """
      {"info": {"name": "Shop", "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"},
       "variable": [{"key": "baseUrl", "value": "https://shop.example"}],
       "item": [{"name": "orders", "item": [
         {"name": "read", "request": {"method": "GET", "url": "{{baseUrl}}/orders/:id"},
          "response": [
            {"name": "there", "code": 200, "header": [{"key": "Content-Type", "value": "application/json"},
               {"key": "Content-Encoding", "value": "gzip"}], "body": "{\\"id\\": 7}"},
            {"name": "not there", "code": 404, "header": [], "body": ""},
            {"name": "made up", "code": 203, "header": [], "body": "{{$guid}}"}]},
         {"name": "never saved", "request": {"method": "DELETE", "url": "{{baseUrl}}/orders/:id"}, "response": []}
       ]}]}
      """;

  private final EventLoops loops = EventLoops.portable(1);
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterAll
  void stop() {
    client.close();
    loops.close();
  }

  private static StubContract read(String text) {
    return (StubContract)
        new ContractReader(Path.of(""))
            .read(TextFile.of(Path.of(""), "shop.json", text.getBytes(StandardCharsets.UTF_8)));
  }

  /// Asks a server of its own for each line, such as `GET /orders`, with the body after the target.
  private List<HttpResponse<String>> ask(String file, List<String> lines, String... headers)
      throws IOException, InterruptedException {
    var answers = new ArrayList<HttpResponse<String>>();
    try (HttpServer server = HttpServer.open(0, new RecordedStandIn(read(file)), loops)) {
      for (String line : lines) {
        String[] words = line.split(" ", 3);
        var request =
            HttpRequest.newBuilder(URI.create(server.url() + words[1]))
                .method(
                    words[0],
                    words.length > 2
                        ? HttpRequest.BodyPublishers.ofString(words[2])
                        : HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
          request.headers(headers);
        }
        answers.add(client.send(request.build(), HttpResponse.BodyHandlers.ofString()));
      }
    }
    return answers;
  }

  @Nested
  class Archives {
    @Test
    void theRecordedAnswerIsGivenWithoutItsSecrets() throws Exception {
      // Given
      var request = List.of("GET /orders?api_key=mine&limit=2");

      // When
      HttpResponse<String> answer = ask(ARCHIVE, request).getFirst();

      // Then
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).contains("[7]").doesNotContain("hunter2");
      assertThat(answer.headers().map().toString()).doesNotContain("s3cret").doesNotContain("gzip");
      assertThat(answer.headers().firstValue("Concordat-Stand-In").orElseThrow())
          .startsWith("\"shop.json\"; kind=\"har\"; meaning=\"")
          .endsWith("verified=?0");
    }

    @Test
    void repeatedRequestsGetTheirAnswersInOrderUntilTheStateIsForgotten() throws Exception {
      // Given
      var requests =
          List.of(
              "GET /orders/7",
              "GET /orders/7",
              "GET /orders/7",
              "DELETE /.concordat/state",
              "GET /orders/7");

      // When
      List<HttpResponse<String>> answers = ask(ARCHIVE, requests);

      // Then
      assertThat(answers)
          .extracting(HttpResponse::body)
          .containsExactly("NEW", "PAID", "PAID", "", "NEW");
    }

    @Test
    void aBodyIsComparedAsJson() throws Exception {
      // Given
      var requests =
          List.of(
              "POST /orders {\"qty\":1,\"sku\":\"A1\"}", "POST /orders {\"qty\":2,\"sku\":\"A1\"}");

      // When
      List<HttpResponse<String>> answers =
          ask(ARCHIVE, requests, "Content-Type", "application/json");

      // Then
      assertThat(answers).extracting(HttpResponse::statusCode).containsExactly(201, 400);
      assertThat(answers.getLast().body())
          .contains("the body is not the one that was recorded")
          .contains("shop.json:12");
    }

    @Test
    void aNearMissNamesWhatDiffersAndWhereTheNearestStands() throws Exception {
      // Given
      var requests =
          List.of(
              "GET /orders?limit=3&api_key=x",
              "GET /orders/7?full=1",
              "GET /order/7",
              "PUT /orders/7",
              "GET /slow");

      // When
      List<HttpResponse<String>> answers = ask(ARCHIVE, requests);

      // Then
      assertThat(answers)
          .extracting(HttpResponse::statusCode)
          .containsExactly(400, 400, 404, 405, 501);
      assertThat(answers.get(0).body())
          .contains("the query's `limit` is '3'; it was recorded with '2'")
          .contains("shop.json:2");
      assertThat(answers.get(1).body())
          .contains("`full`, which this request was not recorded with");
      assertThat(answers.get(2).body()).contains("the nearest is GET /orders/7 (shop.json:9)");
      assertThat(answers.get(3).headers().firstValue("Allow")).contains("GET");
      assertThat(answers.get(4).body()).contains("net::ERR_TIMED_OUT").contains("shop.json:20");
    }
  }

  @Nested
  class Collections {
    @Test
    void theFirstSavedExampleIsAnsweredForEveryValueOfAVariable() throws Exception {
      // Given
      var requests = List.of("GET /orders/12");

      // When
      HttpResponse<String> answer = ask(COLLECTION, requests).getFirst();

      // Then
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).isEqualTo("{\"id\": 7}");
      assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
      assertThat(answer.headers().firstValue("Concordat-Stand-In").orElseThrow())
          .startsWith("\"Shop\"; kind=\"postman\"");
    }

    @Test
    void anExampleIsChosenByItsStatus() throws Exception {
      // Given
      var requests = List.of("GET /orders/12");

      // When
      HttpResponse<String> answer = ask(COLLECTION, requests, "Prefer", "code=404").getFirst();

      // Then
      assertThat(answer.statusCode()).isEqualTo(404);
    }

    @Test
    void anExampleIsChosenByItsNameAsOfPostmansMockServers() throws Exception {
      // Given
      var requests = List.of("GET /orders/12");

      // When
      HttpResponse<String> answer =
          ask(COLLECTION, requests, "x-mock-response-name", "not there").getFirst();

      // Then
      assertThat(answer.statusCode()).isEqualTo(404);
    }

    @Test
    void anExampleThatIsNotSavedIsRefusedWithThoseThatAre() throws Exception {
      // Given
      var requests = List.of("GET /orders/12");

      // When
      HttpResponse<String> answer = ask(COLLECTION, requests, "Prefer", "code=500").getFirst();

      // Then
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body())
          .contains("200 'orders / read: there'")
          .contains("404 'orders / read");
    }

    @Test
    void whatOnlyPostmanFillsInIsNotAnswered() throws Exception {
      // Given
      var requests = List.of("GET /orders/12", "DELETE /orders/12");

      // When
      List<HttpResponse<String>> answers =
          ask(COLLECTION, requests, "x-mock-response-name", "made up");

      // Then
      assertThat(answers.getFirst().statusCode()).isEqualTo(501);
      assertThat(answers.getFirst().body()).contains("variables in {{…}}").contains("shop.json:9");
    }

    @Test
    void aRequestWithoutASavedAnswerIsNotAnswered() throws Exception {
      // Given
      var requests = List.of("DELETE /orders/12");

      // When
      HttpResponse<String> answer = ask(COLLECTION, requests).getFirst();

      // Then
      assertThat(answer.statusCode()).isEqualTo(501);
      assertThat(answer.body()).contains("no answer to it is saved").contains("shop.json:10");
    }
  }

  @Nested
  class Failures {
    private HttpResponse<String> order(String archive) throws Exception {
      return ask(
              archive,
              List.of("POST /orders {\"qty\":1,\"sku\":\"A1\"}"),
              "Content-Type",
              "application/json")
          .getFirst();
    }

    @Test
    void brokenBytesAreAnsweredWithTheProvenance() {
      // Given
      var standIn = new RecordedStandIn(read(ARCHIVE));

      // When
      var answer = standIn.unreadable(414, "the target is too long");

      // Then
      assertThat(answer.status()).isEqualTo(414);
      assertThat(answer.header("Concordat-Stand-In")).isPresent();
      assertThat(answer.header("Concordat-Refusal")).contains("the target is too long");
    }

    @Test
    void aStatusThatEndsNoRequestIsNotSent() throws Exception {
      // Given
      String archive = ARCHIVE.replace("\"status\": 201", "\"status\": 99999");

      // When
      HttpResponse<String> answer = order(archive);

      // Then
      assertThat(answer.statusCode()).isEqualTo(501);
      assertThat(answer.body()).contains("its status 99999 ends no request");
    }

    @Test
    void aHeaderThatWouldBeginAnotherDoesNot() throws Exception {
      // Given
      String archive = ARCHIVE.replace("/orders/8", "/orders/8\\r\\nX-Evil: 1");

      // When
      HttpResponse<String> answer = order(archive);

      // Then
      assertThat(answer.statusCode()).isEqualTo(201);
      assertThat(answer.headers().firstValue("X-Evil")).isEmpty();
    }
  }
}
