package dev.concordat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.concordat.contracts.jsonschema.JsonSchemaContract;
import dev.concordat.contracts.reader.ContractReader;
import dev.concordat.contracts.tree.JsonParser;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What `concordat drift` says and writes.
final class DriftCommandTest {
  private static final Path SCHEMA = Path.of("docs/reference/drift.schema.json");
  private static final String CONTRACT =
      """
      openapi: 3.1.0
      info: {title: Orders, version: "1"}
      paths:
        /orders/{id}:
          get:
            parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
            responses:
              '200':
                description: one
                content:
                  application/json:
                    schema:
                      type: object
                      required: [id, state, total]
                      properties:
                        id: {type: integer}
                        state: {type: string, enum: [OPEN, DONE]}
                        total: {type: number}
                        token: {type: string}
      """;
  private static final String LYING =
      """
      {
        "id": "6d2f1c9e-0000-4000-8000-000000000001",
        "request":  { "method": "GET", "urlPath": "/orders/17" },
        "response": {
          "status": 200,
          "headers": { "Content-Type": "application/json" },
          "jsonBody": {
            "id": 17,
            "state": "open",
            "discount": 5,
            "total": "20.20"
          }
        }
      }
      """;

  @TempDir private Path folder;
  private CommandTester concordat;

  @BeforeEach
  void workspace() throws IOException {
    write("openapi.yaml", CONTRACT);
    write("mappings/get-order.json", LYING);
    write(
        "mappings/other-order.json",
        LYING
            .replace("open", "OPEN")
            .replace("\"20.20\"", "20.20")
            .replace("\"discount\": 5,\n", "")
            .replace("17", "18"));
    write(
        "src/test/java/OrdersTest.java",
        "class OrdersTest {\n  // uses\n  String stub = \"get-order.json\";\n}\n");
    concordat = new CommandTester(folder.resolve("home"), folder);
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void tellsWhichMocksLieWhereAndWhichTestsRelyOnThem() {
    // Given
    String[] command = {"drift", "mappings", "--against", "openapi.yaml"};

    // When
    CommandTester.Result result = concordat.run(command);

    // Then
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out())
        .contains("1 of 2 mocks lies; this test relies on them")
        .contains("drift/value-out-of-enum  /state", "mappings/get-order.json:9")
        .contains("drift/wrong-type  /total", "openapi.yaml:18")
        .contains("drift/extra-field  /discount")
        .contains("src/test/java/OrdersTest.java:3");
  }

  @Test
  void putsRightWhatIsCertainAndNothingElse() throws IOException {
    // Given
    String[] check = {"drift", "mappings", "--against", "openapi.yaml"};

    // When
    CommandTester.Result fixed =
        concordat.run("drift", "mappings", "--against", "openapi.yaml", "--fix");

    // Then
    assertThat(fixed.err()).contains("put right: 3 lies; left to you: 0.");
    assertThat(folder.resolve("mappings/get-order.json"))
        .content()
        .isEqualTo(
            LYING
                .replace("\"open\"", "\"OPEN\"")
                .replace("\"20.20\"", "20.20")
                .replace(",\n      \"discount\": 5", ""));
    assertThat(folder.resolve("mappings/get-order.json.bak")).content().isEqualTo(LYING);
    assertThat(concordat.run(check).exitCode()).isZero();
  }

  @Test
  void correctedFilesGoElsewhereWhereAsked() throws IOException {
    // Given
    Path into = folder.resolve("out");

    // When
    concordat.run("drift", "mappings", "--against", "openapi.yaml", "--fix-into", "out");

    // Then
    assertThat(folder.resolve("mappings/get-order.json")).content().isEqualTo(LYING);
    assertThat(into.resolve("mappings/get-order.json")).content().contains("\"OPEN\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"junit", "sarif", "github", "json"})
  void everyFormatNamesRuleAndFile(String format) {
    // Given
    String[] command = {"drift", "mappings", "--against", "openapi.yaml", "--format", format};

    // When
    CommandTester.Result result = concordat.run(command);

    // Then
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out()).contains("drift/wrong-type").contains("mappings/get-order.json");
  }

  @Test
  void theJsonKeepsThePublishedSchema() {
    // Given
    var schema = (JsonSchemaContract) new ContractReader(CommandTester.ROOT).read(SCHEMA);
    assertThat(schema.problems()).isEmpty();

    // When
    String json =
        concordat.run("drift", "mappings", "--against", "openapi.yaml", "--format", "json").out();

    // Then
    assertThat(schema.judge(JsonParser.parse(json).value().orElseThrow())).isEmpty();
  }

  @Test
  void theFilesOfTheReportAreWritten() {
    // Given
    Path report = folder.resolve("report");

    // When
    concordat.run("drift", "mappings", "--against", "openapi.yaml", "--report", "report");

    // Then
    assertThat(report).isDirectoryContaining("glob:**/drift.{txt,json,sarif}");
    assertThat(report.resolve("junit.xml")).content().contains("<failure");
  }

  @Test
  void trafficIsHeldAgainstTheContract() throws IOException {
    // Given
    write(
        "traffic.har",
        """
        {"log": {"version": "1.2", "creator": {"name": "t", "version": "1"}, "entries": [
          {"startedDateTime": "2026-03-01T10:00:00Z", "time": 1,
           "request": {"method": "GET", "url": "http://shop/orders/17", "headers": []},
           "response": {"status": 200, "headers": [{"name": "Content-Type", "value": "application/json"}],
             "content": {"mimeType": "application/json", "text": "{\\"id\\": 17, \\"state\\": \\"OPEN\\", \\"total\\": 1, \\"vip\\": true}"}}},
          {"startedDateTime": "2026-03-01T10:00:00Z", "time": 1,
           "request": {"method": "GET", "url": "http://shop/orders/17", "headers": []},
           "response": {"status": 503, "headers": [], "content": {}}},
          {"startedDateTime": "2026-03-01T10:00:00Z", "time": 1,
           "request": {"method": "GET", "url": "http://shop/carts", "headers": []},
           "response": {"status": 200, "headers": [], "content": {}}}]}}
        """);

    // When
    CommandTester.Result result =
        concordat.run("drift", "traffic.har", "--against", "openapi.yaml");

    // Then
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out())
        .contains("drift/undocumented-field  /vip")
        .contains("drift/undocumented-status  status 503")
        .contains("drift/undocumented-operation")
        .contains("field /token");
  }

  @Nested
  class WithAProvider {
    private HttpServer provider;

    @BeforeEach
    void start() throws IOException {
      provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      provider.createContext(
          "/",
          exchange -> {
            byte[] body =
                "{\"id\":17,\"state\":\"OPEN\",\"total\":20.20,\"token\":\"%s\"}"
                    .formatted(UUID.randomUUID())
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
          });
      provider.start();
    }

    @AfterEach
    void stop() {
      provider.stop(0);
    }

    private String url() {
      return "http://127.0.0.1:" + provider.getAddress().getPort();
    }

    @Test
    void noiseIsLearnedIntoAFileWithOwnerAndDay() {
      // Given
      String[] command = {
        "drift",
        "mappings/get-order.json",
        "--against",
        url(),
        "--learn-noise",
        "noise.yaml",
        "--owner",
        "team-orders"
      };

      // When
      concordat.run(command);

      // Then
      assertThat(folder.resolve("noise.yaml"))
          .content()
          .contains("at: \"/token\"", "kind: id", "owner: \"team-orders\"", "until: ");
    }

    @Test
    void secretsAreNotTold() {
      // Given
      String[] command = {
        "drift", "mappings/get-order.json", "--against", url(), "--format", "json"
      };

      // When
      CommandTester.Result result = concordat.run(command);

      // Then
      assertThat(result.out()).contains("«redacted»");
      assertThat(result.out()).doesNotContainPattern("token[^«]{0,12}[0-9a-f]{8}-[0-9a-f]{4}");
    }
  }

  @Nested
  class Failures {
    @Test
    void whatHoldsNoStubsIsBadInput() {
      // Given
      String[] command = {"drift", "openapi.yaml", "--against", "openapi.yaml"};

      // When
      CommandTester.Result result = concordat.run(command);

      // Then
      assertThat(result.exitCode()).isEqualTo(2);
      assertThat(result.err()).contains("'openapi.yaml' holds no stubs: it is OpenAPI");
    }

    @Test
    void aProviderThatIsNotThereIsNoLie() {
      // Given
      String[] command = {"drift", "mappings", "--against", "http://127.0.0.1:1"};

      // When
      CommandTester.Result result = concordat.run(command);

      // Then
      assertThat(result.exitCode()).isEqualTo(3);
      assertThat(result.out()).contains("nothing was checked");
    }

    @Test
    void aRuleOfNoiseThatIsNoneIsBadInput() throws IOException {
      // Given
      write("noise.yaml", "noise:\n  - at: /id\n    kind: idd\n");

      // When
      CommandTester.Result result =
          concordat.run("drift", "mappings", "--against", "openapi.yaml", "--noise", "noise.yaml");

      // Then
      assertThat(result.exitCode()).isEqualTo(2);
      assertThat(result.err()).contains("noise.yaml:3", "did you mean `id`?");
    }
  }
}
