package dev.concordat.registry.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The real command lines of the Pact Broker's clients (npm `@pact-foundation/pact-cli`), every subcommand against our server.
/// The property `pact.cli` names the folder with the commands of version 18, `node_modules/.bin`, and `pact.cli.16` that of
/// version 16, which bundles the Ruby client. A client that is not there is told as a test that was not run.
@Tag("slow")
@Order(1)
class PactCliTest {
  private static final Path TOOL = tool("pact.cli");
  private static final Path OLDER_TOOL = tool("pact.cli.16");
  private static final long LIMIT_SECONDS = 180;

  private static Path tool(String property) {
    return Path.of(System.getProperty(property, property)).resolve("pact-broker");
  }

  private record Ran(int exit, String output) {}

  @Test
  void everySubcommandOfTheRealClientIsServed(@TempDir Path folder) throws Exception {
    List<String> before = new ArrayList<>(BEFORE);
    before.addAll(NEWER_BEFORE);
    assertServed(TOOL, folder, before, AFTER);
  }

  @Test
  void everySubcommandOfTheOlderRubyClientIsServed(@TempDir Path folder) throws Exception {
    assertServed(OLDER_TOOL, folder, BEFORE, OLDER_AFTER);
  }

  private static void assertServed(
      Path tool, Path folder, List<String> beforeVerification, List<String> afterwards)
      throws Exception {
    // Given
    assumeTrue(
        Files.isExecutable(tool),
        () -> "no client at " + tool + ": the real client is not run (npm fetches it)");
    Path pact = Files.createDirectory(folder.resolve("pacts")).resolve("web-orders.json");
    Files.writeString(
        pact,
        """
        {"consumer":{"name":"web"},"provider":{"name":"orders"},"interactions":[
         {"description":"get order 1","providerStates":[{"name":"order 1 exists"}],
          "request":{"method":"GET","path":"/orders/1"},"response":{"status":200}}],
         "metadata":{"pactSpecification":{"version":"3.0.0"}}}
        """);
    Path contract = folder.resolve("openapi.yaml");
    Files.writeString(
        contract,
        """
        openapi: 3.1.0
        info: {title: orders, version: "1"}
        paths:
          /orders/{id}:
            get:
              parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
              responses: {"200": {description: an order}}
        """);
    List<String> unlike = new ArrayList<>();

    // When
    try (TestBroker broker = TestBroker.start()) {
      Client client = new Client(tool, broker, pact, contract, unlike);
      for (String line : beforeVerification) {
        client.check(line);
      }
      verify(broker);
      for (String line : afterwards) {
        client.check(line);
      }
    }

    // Then
    assertThat(unlike).isEmpty();
  }

  /// The exit code, the command, and after `=>` a text that it must print.
  private static final List<String> BEFORE =
      List.of(
          "0 create-environment --name live --display-name Live --production => live",
          "0 create-environment --name test => test",
          "0 list-environments => live",
          "0 describe-environment --uuid {environment:live} => Live",
          "0 update-environment --uuid {environment:test} --name test --display-name Trial => ",
          "0 publish {pact} --consumer-app-version 1 --branch main --tag dev => successfully published",
          "0 list-latest-pact-versions => orders",
          "0 create-or-update-pacticipant --name orders --main-branch main => ",
          "0 create-or-update-pacticipant --name stock --display-name Stock => ",
          "0 describe-pacticipant --name orders => orders",
          "0 list-pacticipants => web",
          "0 create-or-update-version --pacticipant orders --version 7 --branch main => ",
          "0 describe-version --pacticipant web --version 1 => 1",
          "0 describe-version --pacticipant web --latest => 1",
          "0 create-version-tag --pacticipant web --version 1 --tag prod => ",
          "0 record-deployment --pacticipant orders --version 7 --environment live => ",
          "0 record-release --pacticipant orders --version 7 --environment test => ",
          "1 can-i-deploy --pacticipant web --version 1 --to-environment live => no verified pact",
          "0 create-webhook https://example.org/hook --request POST --consumer web --provider orders"
              + " --contract-published => ");

  /// What only the newer client can ask.
  private static final List<String> NEWER_BEFORE =
      List.of(
          "0 get-pacts --provider orders => web",
          "0 get-pacts --provider orders --branch main --latest => web",
          "0 provider-states list --provider orders => order 1 exists");

  private static final List<String> AFTER =
      List.of(
          "0 can-i-deploy --pacticipant web --version 1 --to-environment live => successful",
          "0 can-i-merge --pacticipant web --version 1 => successful",
          "0 publish-provider-contract {contract} --provider orders --provider-app-version 8"
              + " --branch next --specification oas --content-type application/yaml"
              + " --verification-success --verification-results {contract}"
              + " --verification-results-content-type text/plain --verifier tester => web 1 with orders 8: fits",
          "0 can-i-deploy --pacticipant web --version 1 --pacticipant orders --version 8 => successful",
          "0 record-undeployment --pacticipant orders --environment live => ",
          "0 record-support-ended --pacticipant orders --version 7 --environment test => ",
          "0 create-or-update-webhook https://example.org/hook --uuid"
              + " 6a3f5f6e-0000-4000-8000-000000000001 --request POST --contract-content-changed => ",
          "0 delete-webhook --uuid 6a3f5f6e-0000-4000-8000-000000000001 => ",
          "0 delete-version-tag --pacticipant web --version 1 --tag prod => ",
          "0 delete-branch --pacticipant web --branch main => ",
          "0 delete-environment --uuid {environment:live} => ");

  /// What the Ruby client says of the same things.
  private static final List<String> OLDER_AFTER =
      List.of(
          "0 can-i-deploy --pacticipant web --version 1 --to-environment live => Computer says yes",
          "0 can-i-deploy --pacticipant web --version 1 --pacticipant orders --version 7 => Computer says yes",
          "0 can-i-merge --pacticipant web --version 1 => ",
          "0 publish-provider-contract {contract} --provider orders --provider-app-version 8"
              + " --branch next --specification oas --content-type application/yaml"
              + " --verification-success --verification-results {contract}"
              + " --verification-results-content-type text/plain --verifier tester => web 1 with orders 8: fits",
          "0 can-i-deploy --pacticipant web --version 1 --pacticipant orders --version 8 => Computer says yes",
          "0 record-undeployment --pacticipant orders --environment live => ",
          "0 record-support-ended --pacticipant orders --version 7 --environment test => ",
          "0 create-or-update-webhook https://example.org/hook --uuid"
              + " 6a3f5f6e-0000-4000-8000-000000000001 --request POST --contract-content-changed => ",
          "0 delete-branch --pacticipant web --branch main => ",
          "0 delete-environment --uuid {environment:live} => ");

  /// One client, pointed at a broker; what it does otherwise than wanted is collected.
  private record Client(
      Path tool, TestBroker broker, Path pact, Path contract, List<String> unlike) {
    void check(String line) throws IOException, InterruptedException {
      String[] halves = line.split(" => ", -1);
      int wanted = Integer.parseInt(halves[0].substring(0, 1));
      String said =
          halves[0]
              .substring(2)
              .replace("{pact}", pact.toString())
              .replace("{contract}", contract.toString());
      for (String name : List.of("live", "test")) {
        if (said.contains("{environment:" + name + "}")) {
          String uuids = broker.get("/environments?name=" + name).body();
          String uuid = uuids.replaceFirst("(?s).*?\"uuid\":\"([^\"]+)\".*", "$1");
          said = said.replace("{environment:" + name + "}", uuid);
        }
      }
      Ran ran = run(List.of(said.split(" ", -1)));
      if (ran.exit() != wanted || !ran.output().contains(halves[1])) {
        unlike.add(said + " ended with " + ran.exit() + ": " + ran.output());
      }
    }

    private Ran run(List<String> words) throws IOException, InterruptedException {
      boolean isPactflow = words.getFirst().equals("publish-provider-contract");
      List<String> command = new ArrayList<>();
      command.add((isPactflow ? tool.resolveSibling("pactflow") : tool).toString());
      command.addAll(words);
      command.addAll(List.of("--broker-base-url", broker.server().url()));
      // Into a file: reading a pipe would wait without a limit for a client that hangs.
      Path output = pact.resolveSibling("output.txt");
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
      builder.environment().put("PACT_DO_NOT_TRACK", "true");
      Process process = builder.start();
      process.getOutputStream().close();
      if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
        return new Ran(-1, Files.readString(output) + " and did not end");
      }
      return new Ran(process.exitValue(), Files.readString(output));
    }
  }

  /// What a verifier does.
  private static void verify(TestBroker broker) throws IOException, InterruptedException {
    String pact = broker.get("/pacts/provider/orders/consumer/web/version/1").body();
    String address =
        pact.replaceFirst(
            "(?s).*\"pb:publish-verification-results\":\\{[^}]*\"href\":\"([^\"]+)\".*", "$1");
    HttpResponse<String> answer =
        broker.json(
            "POST",
            address.substring(broker.server().url().length()),
            "{\"success\":true,\"providerApplicationVersion\":\"7\"}");
    assertThat(answer.statusCode()).isEqualTo(201);
  }
}
