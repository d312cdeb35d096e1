package dev.concordat.standin.server;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StandInServerTest {
  private static final String CONTRACT =
      """
      openapi: 3.1.0
      info: {title: Charges, version: "1"}
      paths:
        /{a}/{b}: {get: {operationId: pair, responses: {"200": {description: any}}}}
        /charges:
          get:
            operationId: list
            responses:
              "200":
                description: all
                content: {application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Charge"}}, example: [{id: c-7, amount: "7.00"}]}}
          post:
            operationId: charge
            requestBody:
              required: true
              content: {application/json: {schema: {$ref: "#/components/schemas/Charge"}}}
            responses:
              "201": {description: made, content: {application/json: {schema: {$ref: "#/components/schemas/Charge"}}}}
              "503": {description: later}
        /charges/{id}/receipt/text:
          get:
            operationId: receipt
            responses:
              "200":
                description: text
                content:
                  text/plain: {schema: {type: string}, examples: {short: {value: paid}, long: {value: paid in full}}}
              "402":
                description: unpaid
                content: {application/json: {schema: {type: object, required: [left], properties: {left: {type: integer}}}, examples: {some: {value: {left: 3}}, wrong: {value: {left: "3"}}}}}
      components:
        schemas:
          Charge:
            type: object
            required: [amount]
            properties: {id: {type: string, readOnly: true}, amount: {type: string}}
      """;

  private final EventLoops loops = EventLoops.portable(1);
  private final HttpClient client = HttpClient.newHttpClient();
  private final StandInServer server;

  StandInServerTest() throws IOException {
    var contract =
        (OpenApiContract)
            new ContractReader(Path.of(""))
                .read(
                    TextFile.of(
                        Path.of(""), "charges.yaml", CONTRACT.getBytes(StandardCharsets.UTF_8)));
    server = StandInServer.open(List.of(new StandIn(contract, StandInSettings.DEFAULT)), 0, loops);
  }

  @BeforeAll
  void isOnLoopback() {
    assertThat(server.address().getAddress().isLoopbackAddress()).isTrue();
  }

  @BeforeEach
  void reset() throws Exception {
    send("DELETE", server.adminPath() + "/state", "");
    send("DELETE", server.adminPath() + "/rules", "");
  }

  @AfterAll
  void close() {
    server.close();
    loops.close();
    client.close();
  }

  private HttpResponse<String> send(String method, String target, String body, String... headers)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.url() + target))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (!body.isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  @Test
  void theAdministrationMeetsNoPathOfTheContract() throws Exception {
    // Given
    String taken = "/.concordat/state";

    // When
    var answer = send("GET", taken, "");

    // Then
    assertThat(answer.headers().firstValue("Concordat-Stand-In")).isPresent();
    assertThat(server.adminPath()).isEqualTo("/.concordat/-");
  }

  @Test
  void anExampleOfAListIsWhatIsThereAtTheStart() throws Exception {
    // Given
    String list = "/charges";

    // When
    var answer = send("GET", list, "");

    // Then
    assertThat(answer.body()).isEqualTo("[{\"id\":\"c-7\",\"amount\":\"7.00\"}]");
  }

  @Test
  void stateCanBeSeededInspectedAndReset() throws Exception {
    // Given
    String state = server.adminPath() + "/state";
    send("PUT", state, "{\"/charges\": {\"c-9\": {\"amount\": \"9.00\"}}}");

    // When
    String seeded = send("GET", "/charges", "").body();

    // Then
    assertThat(seeded).contains("\"c-9\"").contains("\"9.00\"");
    assertThat(send("DELETE", state, "").body()).doesNotContain("c-9");
    assertThat(send("GET", "/charges", "").body()).doesNotContain("c-9");
  }

  @Test
  void aRuleHoldsAsOftenAsItSays() throws Exception {
    // Given
    String rules = server.adminPath() + "/rules";
    send("POST", rules, "{\"operation\": \"charge\", \"code\": 503, \"times\": 1}");

    // When
    int first = send("POST", "/charges", "{\"amount\": \"1\"}").statusCode();

    // Then
    assertThat(first).isEqualTo(503);
    assertThat(send("POST", "/charges", "{\"amount\": \"1\"}").statusCode()).isEqualTo(201);
  }

  @Test
  void aRuleThatTheContractForbidsIsRejected() throws Exception {
    // Given
    String rule = "{\"operation\": \"charge\", \"code\": 418}";

    // When
    var answer = send("POST", server.adminPath() + "/rules", rule);

    // Then
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("POST /charges documents no 418 (charges.yaml:");
  }

  @Test
  void aNamedExampleIsAnswered() throws Exception {
    // Given
    String receipt = "/charges/c-7/receipt/text";

    // When
    var answer = send("GET", receipt, "", "Prefer", "example=long");

    // Then
    assertThat(answer.body()).isEqualTo("paid in full");
    assertThat(answer.headers().firstValue("Preference-Applied").orElseThrow())
        .isEqualTo("code=200, example=\"long\"");
  }

  @Test
  void aStatusAndItsExampleAreAnswered() throws Exception {
    // Given
    String receipt = "/charges/c-7/receipt/text";

    // When
    var answer = send("GET", receipt, "", "Prefer", "code=402, example=\"some\"");

    // Then
    assertThat(answer.statusCode()).isEqualTo(402);
    assertThat(answer.body()).isEqualTo("{\"left\":3}");
  }

  @Test
  void anExampleThatBreaksItsSchemaIsNotSent() throws Exception {
    // Given
    String receipt = "/charges/c-7/receipt/text";

    // When
    var answer = send("GET", receipt, "", "Prefer", "code=402; example=wrong");

    // Then
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("breaks its own schema (charges.yaml:");
  }

  @Test
  void whatIsNotDocumentedIsNotAnsweredAsIfItWere() throws Exception {
    // Given
    String receipt = "/charges/c-7/receipt/text";

    // When
    var answer = send("GET", receipt, "", "Prefer", "example=shrt");

    // Then
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("Did you mean \\\"short\\\"?");
  }

  @Test
  void headTellsTheLengthOfWhatGetSends() throws Exception {
    // Given
    String list = "/charges";

    // When
    var head = send("HEAD", list, "");

    // Then
    assertThat(head.body()).isEmpty();
    assertThat(head.headers().firstValue("content-length").orElseThrow())
        .isEqualTo(Integer.toString(send("GET", list, "").body().length()));
  }

  @Test
  void aPathThatIsNearlyRightIsNamed() throws Exception {
    // Given
    String nearly = "/chargs";

    // When
    var answer = send("GET", nearly, "");

    // Then
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("has the path /chargs. Did you mean \\\"/charges\\\"?");
  }
}
