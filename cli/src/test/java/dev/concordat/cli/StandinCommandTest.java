package dev.concordat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `concordat standin` says instead of serving.
final class StandinCommandTest {
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

  @TempDir private Path folder;
  private CommandTester concordat;

  @BeforeEach
  void contracts() throws IOException {
    Files.writeString(folder.resolve("orders.yaml"), ORDERS);
    Files.writeString(folder.resolve("other.yaml"), ORDERS.replace("/orders/{id}", "/{id}/7"));
    Files.writeString(folder.resolve("none.yaml"), "a: b\n");
    concordat = new CommandTester(folder.resolve("home"), folder);
  }

  @Test
  void aPortThatIsTakenIsNamed() throws IOException {
    // Given
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());

      // When
      CommandTester.Result result = concordat.run("standin", "orders.yaml", "--port", port);

      // Then
      assertThat(result.exitCode()).isEqualTo(2);
      assertThat(result.err()).contains("port " + port + " is taken").contains("--port 0");
    }
  }

  @Test
  void contractsThatMeetCannotShareAPort() {
    // Given
    String[] command = {"standin", "orders.yaml", "other.yaml", "--port", "0"};

    // When
    CommandTester.Result result = concordat.run(command);

    // Then
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .contains("GET /orders/{id} (orders.yaml:5) and GET /{id}/7 (other.yaml:5)");
  }

  @Test
  void whatIsNoContractIsNotServed() {
    // Given
    String[] command = {"standin", "none.yaml"};

    // When
    CommandTester.Result result = concordat.run(command);

    // Then
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .contains("none.yaml is not an OpenAPI contract, a pact, an HTTP archive");
  }

  @Test
  void aFileThatIsNotThereIsToldAsThatAndAsNothingElse() {
    // When
    CommandTester.Result result = concordat.run("standin", "nowhere.yaml");

    // Then
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .contains("there is no such file", "nowhere.yaml")
        .doesNotContain("OpenAPI");
  }

  @Test
  void aContractThatNobodyVerifiedIsRefused() {
    // Given
    String[] command = {"standin", "orders.yaml", "--require-verified"};

    // When
    CommandTester.Result result = concordat.run(command);

    // Then
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .contains("orders.yaml was never verified against the real provider")
        .contains("concordat conform orders.yaml --url URL");
  }

  @Test
  void aFileThatIsNoRecordOfAVerificationIsNamed() {
    // Given
    String[] command = {"standin", "orders.yaml", "--verification", "none.yaml"};

    // When
    CommandTester.Result result = concordat.run(command);

    // Then
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("none.yaml' is no record of a verification");
  }

  @Test
  void pactsCannotShareAPort() throws IOException {
    // Given
    Files.writeString(
        folder.resolve("pact.json"),
        """
        {"consumer": {"name": "web"}, "provider": {"name": "orders"},
         "interactions": [{"description": "reads", "request": {"method": "GET", "path": "/"}, "response": {"status": 200}}],
         "metadata": {"pactSpecification": {"version": "3.0.0"}}}
        """);

    // When
    CommandTester.Result result = concordat.run("standin", "pact.json", "pact.json", "--port", "0");

    // Then
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("only OpenAPI contracts can share a port");
  }

  @Test
  void portsAreGivenOnceOrForEachContract() {
    // Given
    String[] command = {
      "standin", "orders.yaml", "other.yaml", "orders.yaml", "--port", "0", "--port", "0"
    };

    // When
    CommandTester.Result result = concordat.run(command);

    // Then
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("--port is given 2 times for 3 contracts");
  }
}
