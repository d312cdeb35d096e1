package dev.concordat.standin.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.reader.ContractReader;
import dev.concordat.contracts.tree.TextFile;
import dev.concordat.standin.StandIn;
import dev.concordat.standin.StandInSettings;
import dev.concordat.wire.capture.EventLoops;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Rules choose outcomes and disturb answers; preconditions are honoured.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RulesTest {
  private static final String CONTRACT =
      """
      openapi: 3.1.0
      info: {title: Notes, version: "1"}
      paths:
        /notes/{id}:
          parameters: [{name: id, in: path, required: true, schema: {type: string}}]
          get:
            operationId: read
            responses:
              "200":
                description: one
                headers: {ETag: {schema: {type: string}}}
                content: {application/json: {schema: {$ref: "#/components/schemas/Note"}, example: {text: shown}}}
              "503": {description: later}
          put:
            operationId: write
            requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/Note"}}}}
            responses:
              "200":
                description: written
                headers: {ETag: {schema: {type: string}}}
                content: {application/json: {schema: {$ref: "#/components/schemas/Note"}}}
              "412": {description: another version}
              "428": {description: no version}
        /motto:
          get:
            operationId: motto
            responses:
              "200": {description: text, content: {application/json: {schema: {$ref: "#/components/schemas/Note"}, example: {text: shown}}}}
      components:
        schemas:
          Note: {type: object, required: [text], properties: {text: {type: string, minLength: 1}}}
      """;

  private final EventLoops loops = EventLoops.portable(1);
  private final HttpClient client = HttpClient.newHttpClient();
  private final StandInServer server;

  RulesTest() throws IOException {
    var file = TextFile.of(Path.of(""), "notes.yaml", CONTRACT.getBytes(StandardCharsets.UTF_8));
    var contract = (OpenApiContract) new ContractReader(Path.of("")).read(file);
    server = StandInServer.open(List.of(new StandIn(contract, StandInSettings.DEFAULT)), 0, loops);
  }

  @AfterAll
  void stop() {
    server.close();
    loops.close();
    client.close();
  }

  @BeforeEach
  void asAtTheStart() throws Exception {
    send("DELETE", server.adminPath() + "/rules", "");
    send("DELETE", server.adminPath() + "/state", "");
  }

  private HttpResponse<String> send(String method, String path, String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.url() + path))
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> rule(String rule) throws IOException, InterruptedException {
    return send("POST", server.adminPath() + "/rules", rule);
  }

  private List<Integer> statuses(int requests) throws IOException, InterruptedException {
    List<Integer> statuses = new ArrayList<>();
    for (int i = 0; i < requests; i++) {
      statuses.add(send("GET", "/notes/a", "").statusCode());
    }
    return statuses;
  }

  @Test
  void aBurstBeginsLaterAndEnds() throws Exception {
    // Given
    rule("{\"operation\": \"read\", \"code\": 503, \"after\": 1, \"times\": 2}");

    // When
    List<Integer> statuses = statuses(5);

    // Then
    assertThat(statuses).containsExactly(200, 503, 503, 200, 200);
  }

  @Test
  void chanceIsSeeded() throws Exception {
    // Given
    String sometimes = "{\"operation\": \"*\", \"code\": 503, \"probability\": 0.5}";
    rule(sometimes);
    List<Integer> first = statuses(20);
    send("DELETE", server.adminPath() + "/rules", "");
    rule(sometimes);

    // When
    List<Integer> second = statuses(20);

    // Then
    assertThat(second).isEqualTo(first).contains(200, 503);
  }

  @Test
  void aHeaderChoosesWhoIsMeant() throws Exception {
    // Given
    rule("{\"operation\": \"read\", \"code\": 503, \"headers\": {\"X-Test\": \"dark\"}}");

    // When
    var meant = send("GET", "/notes/a", "", "X-Test", "dark");

    // Then
    assertThat(meant.statusCode()).isEqualTo(503);
    assertThat(statuses(1)).containsExactly(200);
  }

  @Test
  void aFaultIsOnTheWire() throws Exception {
    // Given
    rule("{\"operation\": \"motto\", \"fault\": \"reset\", \"delay\": \"5ms\"}");

    // When
    var reading = assertThatThrownBy(() -> send("GET", "/motto", ""));

    // Then
    reading.isInstanceOf(IOException.class);
  }

  @Test
  void aSlowBodyArrivesWhole() throws Exception {
    // Given
    rule(
        "{\"operation\": \"motto\", \"fault\": {\"slow-body\": {\"pieces\": 3, \"during\": \"9ms\"}}}");

    // When
    var slow = send("GET", "/motto", "");

    // Then
    assertThat(slow.body()).isEqualTo("{\"text\":\"shown\"}");
  }

  @Test
  void rulesAreToldAsTheyWereWritten() throws Exception {
    // Given
    String rule =
        "{\"operation\":\"read\",\"after\":2,\"times\":0,\"probability\":0.25,\"code\":503,"
            + "\"delay\":{\"median\":\"100ms\",\"sigma\":0.4},\"fault\":{\"truncated-body\":0.5}}";
    rule(rule);

    // When
    var told = send("GET", server.adminPath() + "/rules", "");

    // Then
    assertThat(told.body().replaceAll("\\s", "")).isEqualTo("[" + rule + "]");
  }

  @Test
  void whatIsNoRuleIsRefusedWithASentence() throws Exception {
    // Given
    String unknown = "{\"operation\": \"read\", \"fault\": \"explosion\"}";

    // When
    var refused = rule(unknown);

    // Then
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("there is no fault 'explosion', but");
  }

  @Test
  void aMadeValueCanBeAskedForWhereAnExampleIs() throws Exception {
    // Given
    String shown = send("GET", "/motto", "").body();

    // When
    var made = send("GET", "/motto", "", "Prefer", "dynamic");

    // Then
    assertThat(made.body()).contains("\"text\"").isNotEqualTo(shown);
    assertThat(made.headers().firstValue("Preference-Applied")).hasValue("dynamic");
  }

  @Test
  void aWriteOfTheVersionThatWasReadIsDone() throws Exception {
    // Given
    String tag = send("GET", "/notes/a", "").headers().firstValue("ETag").orElseThrow();

    // When
    var written = send("PUT", "/notes/a", "{\"text\": \"new\"}", "If-Match", tag);

    // Then
    assertThat(written.statusCode()).isEqualTo(200);
    assertThat(written.headers().firstValue("ETag")).isPresent().isNotEqualTo(tag);
    assertThat(send("GET", "/notes/a", "").headers().firstValue("ETag"))
        .isEqualTo(written.headers().firstValue("ETag"));
  }

  @Test
  void aWriteOfAnotherVersionIsRefused() throws Exception {
    // Given
    String old = send("GET", "/notes/a", "").headers().firstValue("ETag").orElseThrow();
    send("PUT", "/notes/a", "{\"text\": \"new\"}", "If-Match", old);

    // When
    var refused = send("PUT", "/notes/a", "{\"text\": \"other\"}", "If-Match", old);

    // Then
    assertThat(refused.statusCode()).isEqualTo(412);
    assertThat(send("GET", "/notes/a", "").body()).contains("new");
  }

  @Test
  void aWriteThatNamesNoVersionIsAskedForOne() throws Exception {
    // Given
    String blind = "{\"text\": \"new\"}";

    // When
    var refused = send("PUT", "/notes/a", blind);

    // Then
    assertThat(refused.statusCode()).isEqualTo(428);
  }
}
