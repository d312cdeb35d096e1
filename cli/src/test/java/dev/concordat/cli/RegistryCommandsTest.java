package dev.concordat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.concordat.cli.CommandTester.Result;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
final class RegistryCommandsTest {
  private static final int MAX_SECONDS = 60;

  private static final String PACT =
      """
      {"consumer": {"name": "orders"}, "provider": {"name": "payments"},
       "interactions": [{"description": "a charge", "request": {"method": "GET", "path": "/charges/1"},
         "response": {"status": 200, "headers": {"Content-Type": "application/json"}, "body": {"id": 1, "state": "PAID"},
         "matchingRules": {"body": {"$.id": {"matchers": [{"match": "integer"}]}, "$.state": {"matchers": [{"match": "type"}]}}}}}],
       "metadata": {"pactSpecification": {"version": "3.0.0"}}}
      """;

  private static final String OPENAPI =
      """
      openapi: 3.1.0
      info: {title: payments, version: "1"}
      paths:
        /charges/{id}:
          get:
            parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
            responses:
              "200":
                description: a charge
                content:
                  application/json:
                    schema:
                      type: object
                      required: [id, state]
                      properties: {id: {type: integer}, state: {type: string}}
      """;

  @TempDir private Path folder;

  @Test
  void aBreakingChangeIsUnsafeWithItsWitnessAndItsOwnersAreTold() throws Exception {
    // Given
    Files.writeString(folder.resolve("orders-payments.json"), PACT);
    Files.writeString(folder.resolve("openapi.yaml"), OPENAPI);
    BlockingQueue<String> told = new LinkedBlockingQueue<>();
    HttpServer target = MessageTarget.start(told::add);
    try (RunningRegistry registry =
        new RunningRegistry(
            CommandTester.HOME,
            folder.resolve("data"),
            "--webhook-host",
            "localhost",
            "--webhook-http")) {
      Map<String, String> at = registry.variables();
      post(
          at,
          "/channels",
          "{\"kind\": \"slack\", \"team\": \"team-payments\", \"url\": \"http://localhost:"
              + target.getAddress().getPort()
              + "/\"}");
      assertThat(payments(at, "1", "main").exitCode()).isZero();
      assertThat(run(at, "publish", "orders-payments.json", "--version", "1", "--branch", "main"))
          .satisfies(result -> assertThat(result.out()).contains("orders 1 with payments 1: fits"));
      run(at, "deployed", "orders", "--version", "1", "--to", "live", "--create-environment");
      run(at, "deployed", "payments", "--version", "1", "--to", "live");
      Result safe = run(at, "gate", "payments@1", "--to", "live");
      Files.writeString(
          folder.resolve("openapi.yaml"),
          OPENAPI.replace("state: {type: string}", "state: {type: integer}"));

      // When
      Result published = payments(at, "2", "change");
      Result gate = run(at, "gate", "payments@2", "--to", "live");
      Result json = run(at, "gate", "payments@2", "--to", "live", "--format", "json");
      String message = told.poll(MAX_SECONDS, TimeUnit.SECONDS);

      // Then
      assertThat(safe.out()).startsWith("SAFE");
      assertThat(safe.exitCode()).isZero();
      assertThat(published.out()).contains("orders 1 with payments 2: BREAKS");
      assertThat(gate.exitCode()).isEqualTo(1);
      assertThat(gate.out()).startsWith("UNSAFE").contains("orders@1").contains("/charges/1");
      assertThat(json.exitCode()).isEqualTo(1);
      assertThat(json.out()).contains("\"verdict\": \"UNSAFE\"");
      assertThat(message).contains("Broken: payments 2 breaks what orders 1 needs");
      assertThat(run(at, "gate", "nobody@1", "--to", "live").exitCode()).isNotZero();
      assertThat(payments(at, "1", "main").err()).contains("published another OpenAPI contract");
    } finally {
      target.stop(0);
    }
  }

  @Test
  void aRegistryThatIsNotThereAndATokenThatIsWrongAreToldApart() throws Exception {
    // Given
    Map<String, String> nowhere = Map.of("CONCORDAT_REGISTRY", "http://127.0.0.1:1");

    // Then
    Result absent = run(nowhere, "gate", "a@1", "--to", "live");
    assertThat(absent.exitCode()).isEqualTo(3);
    assertThat(absent.err())
        .contains("there is no registry at http://127.0.0.1:1")
        .contains("concordat serve");
    try (RunningRegistry registry =
        new RunningRegistry(CommandTester.HOME, folder.resolve("data"))) {
      Map<String, String> at = registry.variables();
      Map<String, String> wrong =
          Map.of(
              "CONCORDAT_REGISTRY",
              at.getOrDefault("CONCORDAT_REGISTRY", ""),
              "CONCORDAT_TOKEN",
              "concordat_wrong");
      Result refused = run(wrong, "gate", "a@1", "--to", "live");
      assertThat(refused.exitCode()).isEqualTo(2);
      assertThat(refused.err()).contains("wrong, expired or revoked");
      Result made = run(at, "token", "create", "ci", "--scope", "read");
      assertThat(made.out()).startsWith("concordat_");
      assertThat(run(at, "token", "list").out()).contains("ci   read   all teams");
      assertThat(registry.stop()).isZero();
    }
  }

  @Test
  void whatWasProvedOfAVersionIsPublishedWithIt() throws Exception {
    // Given
    Files.writeString(folder.resolve("openapi.yaml"), OPENAPI);
    Files.writeString(folder.resolve("conform.json"), "{\"verdict\": \"holds\", \"requests\": 12}");
    Files.writeString(folder.resolve("drift.json"), "{\"verdict\": \"findings\"}");
    Files.writeString(folder.resolve("broken.json"), "{\"verdict\": \"no-environment\"}");
    try (RunningRegistry registry =
        new RunningRegistry(CommandTester.HOME, folder.resolve("data"))) {
      Map<String, String> at = registry.variables();

      // When
      Result published = proved(at, "conform=conform.json", "drift=drift.json");

      // Then
      assertThat(published.exitCode()).isZero();
      assertThat(published.out()).contains("conform: holds").contains("drift: does not hold");
      assertThat(proved(at, "conform=broken.json"))
          .satisfies(refused -> assertThat(refused.exitCode()).isEqualTo(2))
          .satisfies(refused -> assertThat(refused.err()).contains("'no-environment'"));
      assertThat(proved(at, "luck=conform.json").err()).contains("write KIND=FILE");
      assertThat(proved(at, "conform=nowhere.json").err()).contains("there is no file");
      assertThat(proved(at, "conform=openapi.yaml").err()).contains("is no report");
    }
  }

  private Result proved(Map<String, String> at, String... proofs) {
    List<String> words =
        new ArrayList<>(
            List.of("publish", "openapi.yaml", "--system", "payments", "--version", "1"));
    for (String proof : proofs) {
      words.addAll(List.of("--proof", proof));
    }
    return run(at, words.toArray(String[]::new));
  }

  private Result payments(Map<String, String> at, String version, String branch) {
    return run(
        at,
        "publish",
        "openapi.yaml",
        "--system",
        "payments",
        "--owner",
        "team-payments",
        "--version",
        version,
        "--branch",
        branch);
  }

  private Result run(Map<String, String> variables, String... arguments) {
    return new CommandTester(CommandTester.HOME, folder).runWith("", variables, arguments);
  }

  private static void post(Map<String, String> at, String path, String body) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(URI.create(at.get("CONCORDAT_REGISTRY") + path))
                  .header("Authorization", "Bearer " + at.get("CONCORDAT_TOKEN"))
                  .POST(BodyPublishers.ofString(body))
                  .build(),
              BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(201);
    }
  }
}
