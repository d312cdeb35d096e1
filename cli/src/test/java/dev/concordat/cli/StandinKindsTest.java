package dev.concordat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Stand-ins of several kinds, by one command.
final class StandinKindsTest {
  private static final String ORDERS =
      """
      openapi: 3.1.0
      info: {title: Orders, version: "1"}
      paths:
        /orders/{id}:
          get:
            parameters: [{name: id, in: path, required: true, schema: {type: string}}]
            responses: {"200": {description: one}}
      """;

  private static final String PACT =
      """
      {"consumer": {"name": "web"}, "provider": {"name": "orders"},
       "interactions": [{"description": "reads", "request": {"method": "GET", "path": "/pact"}, "response": {"status": 200}}],
       "metadata": {"pactSpecification": {"version": "3.0.0"}}}
      """;

  private static final String ARCHIVE =
      """
      {"log": {"version": "1.2", "entries": [
        {"request": {"method": "GET", "url": "https://shop.example/har", "headers": []},
         "response": {"status": 200, "headers": [], "content": {"text": "recorded"}}}]}}
      """;

  private static final String COLLECTION =
      """
      {"info": {"name": "Shop", "schema": "https://schema.getpostman.com/json/collection/v2.0.0/collection.json"},
       "item": [{"name": "read", "request": {"method": "GET", "url": "{{url}}/saved"},
         "response": [{"name": "there", "code": 200, "body": "saved"}]}]}
      """;

  @TempDir private Path folder;
  private CommandTester concordat;

  @BeforeEach
  void contracts() throws IOException {
    Files.writeString(folder.resolve("orders.yaml"), ORDERS);
    Files.writeString(folder.resolve("pact.json"), PACT);
    Files.writeString(folder.resolve("shop.har"), ARCHIVE);
    Files.writeString(folder.resolve("shop.json"), COLLECTION);
    Files.writeString(folder.resolve("shop.graphql"), "type Query { name: String! }\n");
    concordat = new CommandTester(folder.resolve("home"), folder);
  }

  private static List<Integer> statuses(List<String> addresses, List<String> paths)
      throws IOException, InterruptedException {
    List<Integer> statuses = new ArrayList<>();
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (int i = 0; i < addresses.size(); i++) {
        URI uri = URI.create(addresses.get(i) + paths.get(i));
        statuses.add(
            client
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode());
      }
    }
    return statuses;
  }

  @Test
  void eachKindAnswersOnAPortOfItsOwn() throws Exception {
    // Given
    var paths = List.of("/orders/7", "/pact", "/har", "/saved", "/graphql?query=%7Bname%7D");

    // When
    RunningStandins running =
        RunningStandins.start(
            folder.resolve("home"),
            folder,
            "standin",
            "orders.yaml",
            "pact.json",
            "shop.har",
            "shop.json",
            "shop.graphql");

    // Then
    assertThat(statuses(running.addresses(), paths)).containsExactly(200, 200, 200, 200, 200);
    assertThat(running.stop()).isZero();
    assertThat(running.out())
        .contains("shop.har\n")
        .contains("Shop   shop.json")
        .contains("GET /har");
  }

  @Test
  void openApiContractsTakeTheOnePortThatIsNamedAndOthersAFreeOne() throws Exception {
    // Given
    var paths = List.of("/orders/7", "/har", "/pact");

    // When
    RunningStandins running =
        RunningStandins.start(
            folder.resolve("home"),
            folder,
            "standin",
            "shop.har",
            "orders.yaml",
            "pact.json",
            "--port",
            "0");

    // Then
    assertThat(statuses(running.addresses(), paths)).containsExactly(200, 200, 200);
    assertThat(running.addresses()).doesNotHaveDuplicates();
    assertThat(running.stop()).isZero();
  }

  @Test
  void aRecordingIsNeverVerified() {
    // Given
    String[] command = {"standin", "shop.har", "--require-verified"};

    // When
    CommandTester.Result result = concordat.run(command);

    // Then
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .contains("shop.har was never verified against the real provider")
        .contains("concordat drift shop.har --against URL");
  }

  @Test
  void aSchemaThatCannotBeReadIsToldWithItsPlace() throws IOException {
    // Given
    Files.writeString(folder.resolve("shop.graphql"), "type Query {\n  name: \n");

    // When
    CommandTester.Result result = concordat.run("standin", "shop.graphql", "--require-verified");

    // Then
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("shop.graphql:");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"log\": {\"entries\": [{\"request\": | shop.har:1",
        "{\"log\": {\"version\": \"1.2\", \"entries\": []}} | shop.har has no request with an answer",
        "{\"log\": {\"version\": \"1.2\", \"entries\": [{\"request\": {}}]}} | shop.har:1",
        "'' | shop.har"
      })
  void aFileThatCannotBeServedIsToldWithItsPlace(String text, String told) throws IOException {
    // Given
    Files.writeString(folder.resolve("shop.har"), text == null ? "" : text);

    // When
    CommandTester.Result result = concordat.run("standin", "shop.har");

    // Then
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains(told);
  }

  @Test
  void aFileThatIsNestedTooDeeplyIsToldWithItsPlace() throws IOException {
    // Given
    String text = "{\"log\": {\"entries\": " + "[".repeat(100_000);
    Files.writeString(folder.resolve("shop.har"), text);

    // When
    CommandTester.Result result = concordat.run("standin", "shop.har");

    // Then
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("shop.har:1").contains("deep");
  }
}
