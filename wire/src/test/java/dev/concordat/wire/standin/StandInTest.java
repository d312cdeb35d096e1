package dev.concordat.wire.standin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.reader.ContractReader;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.wire.capture.EventLoops;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StandInTest {
  private static final String CONTRACT =
      """
      openapi: 3.1.0
      info: {title: Payments, version: "1"}
      paths:
        /charges:
          post:
            operationId: charge
            requestBody:
              required: true
              content:
                application/json:
                  schema: {type: object, required: [amount], properties: {amount: {type: string}}}
            responses:
              "400": {description: bad}
              "201":
                description: made
                headers:
                  Location: {required: true, schema: {type: string}, example: /charges/7}
                content:
                  text/csv: {example: "id\\n7"}
                  application/json:
                    examples: {first: {value: {id: 7, amount: 10.10}}}
        /charges/{id}:
          get:
            parameters:
              - {name: id, in: path, required: true, schema: {type: integer}}
            responses:
              default:
                description: a charge
                content: {application/json: {schema: {type: object}}}
          delete:
            parameters:
              - {name: id, in: path, required: true, schema: {type: integer}}
            responses:
              "204": {description: gone}
      """;

  private final EventLoops loops = EventLoops.open(1);
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private StandIn standIn;

  @BeforeAll
  void open(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("openapi.yaml"), CONTRACT, UTF_8);
    OpenApiContract contract =
        (OpenApiContract) new ContractReader(folder).read(folder.resolve("openapi.yaml"));
    standIn =
        StandIn.open(
            "payments",
            contract,
            schema -> Optional.of(new JsonObject(Map.of("made", new JsonNumber("1.50")))),
            loops);
  }

  @AfterAll
  void close() {
    client.close();
    standIn.close();
    loops.close();
  }

  @Test
  void answersWithTheDocumentedExampleOfTheFirstSuccess() throws Exception {
    var response = ask(to("/charges").POST(BodyPublishers.ofString("{\"amount\":\"1\"}")));

    assertThat(response.statusCode()).isEqualTo(201);
    assertThat(response.headers().firstValue("Location")).contains("/charges/7");
    assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(response.body()).isEqualTo("{\"id\":7,\"amount\":10.10}");
  }

  @Test
  void answersInTheMediaTypeThatTheConsumerAccepts() throws Exception {
    var response =
        ask(
            to("/charges")
                .header("Accept", "text/*")
                .POST(BodyPublishers.ofString("{\"amount\":\"1\"}")));

    assertThat(response.headers().firstValue("Content-Type")).contains("text/csv");
    assertThat(response.body()).isEqualTo("id\n7");
  }

  @Test
  void makesAValueWhereThereIsNoExample() throws Exception {
    var response = ask(to("/charges/7"));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo("{\"made\":1.50}");
  }

  @Test
  void answersWithoutABodyWhereNoneIsDocumented() throws Exception {
    var response = ask(to("/charges/7").DELETE());

    assertThat(response.statusCode()).isEqualTo(204);
    assertThat(response.body()).isEmpty();
  }

  @Test
  void refusesARequestThatBreaksTheContractAndNamesTheSentence() throws Exception {
    var response = ask(to("/charges").POST(BodyPublishers.ofString("{}")));

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(response.body())
        .contains("\"standIn\":\"payments\"")
        .contains("\"contract\":\"openapi.yaml:11\"")
        .contains("amount");
  }

  @Test
  void refusesAnUnknownPathAndAnUndocumentedMethod() throws Exception {
    var unknown = ask(to("/refunds"));
    var wrongMethod = ask(to("/charges/7").PUT(BodyPublishers.noBody()));

    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(unknown.body()).contains("no operation of openapi.yaml has the path /refunds");
    assertThat(wrongMethod.statusCode()).isEqualTo(405);
    assertThat(wrongMethod.headers().firstValue("Allow")).contains("DELETE, GET");
  }

  private HttpRequest.Builder to(String path) {
    String address = "http://127.0.0.1:" + standIn.address().getPort() + path;
    return HttpRequest.newBuilder(URI.create(address)).header("Content-Type", "application/json");
  }

  private HttpResponse<String> ask(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofString());
  }
}
