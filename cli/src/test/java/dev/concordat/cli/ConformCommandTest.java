package dev.concordat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConformCommandTest {
  private static final String CONTRACT =
      """
      openapi: 3.1.0
      info: {title: Greetings, version: "1"}
      paths:
        /greeting:
          get:
            operationId: greet
            responses:
              "200":
                description: a greeting
                content:
                  application/json:
                    schema:
                      type: object
                      required: [text]
                      properties:
                        text: {type: string}
      """;

  @TempDir private Path folder;

  private final List<String> requests = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private volatile String greeting = "{\"text\":\"hello\"}";

  @BeforeEach
  void start() throws IOException {
    Files.writeString(folder.resolve("api.yaml"), CONTRACT);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
      exchange.getRequestBody().readAllBytes();
      String method = exchange.getRequestMethod();
      if (!method.equals("GET") && !method.equals("HEAD")) {
        exchange.getResponseHeaders().set("Allow", "GET, HEAD");
        exchange.sendResponseHeaders(405, -1);
        return;
      }
      byte[] body = greeting.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      boolean isHead = method.equals("HEAD");
      if (isHead) {
        exchange.getResponseHeaders().set("Content-Length", Integer.toString(body.length));
      }
      exchange.sendResponseHeaders(200, isHead ? -1 : body.length);
      if (!isHead) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  private String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private CommandTester.Result run(String... arguments) {
    return new CommandTester(folder.resolve("home"), folder).run(arguments);
  }

  private CommandTester.Result conform(String... more) {
    String[] all = new String[4 + 1 + more.length];
    all[0] = "conform";
    all[1] = "api.yaml";
    all[2] = "--url";
    all[3] = url();
    all[4] = "--no-fuzz";
    System.arraycopy(more, 0, all, 5, more.length);
    return run(all);
  }

  @Test
  void aProviderThatKeepsItsContractHolds() {
    // When
    var result = conform();

    // Then
    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).startsWith("✓ no fault found: Greetings at " + url());
  }

  @Test
  void aFaultIsShownWithRequestAnswerSentenceAndReplay() {
    // Given
    greeting = "{\"text\":1}";

    // When
    var result = conform();

    // Then
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out().lines())
        .contains(
            "    expected a string",
            "    seen     1",
            "    contract api.yaml:16  text: {type: string}",
            "      $ curl -gi -X GET " + url() + "/greeting",
            "      → 200  application/json  {\"text\":1}");
  }

  @Test
  void aFindingIsReplayedUntilItHolds() {
    // Given
    greeting = "{\"text\":1}";
    String out = conform().out();
    String id = out.replaceFirst("(?s).*concordat replay ([0-9a-f]+).*", "$1");

    // When
    var result = run("replay", id);

    // Then
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out()).contains("now  200  {\"text\":1}").endsWith("still broken\n");
  }

  @Test
  void aFindingHoldsWhenItsRuleDoesAlthoughTheStatusIsTheSame() {
    // Given
    greeting = "{\"text\":1}";
    String id = conform().out().replaceFirst("(?s).*concordat replay ([0-9a-f]+).*", "$1");
    greeting = "{\"text\":\"hello\"}";

    // When
    var result = run("replay", id);

    // Then
    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).endsWith("it holds now\n");
  }

  @Test
  void aFindingWhoseContractIsGoneIsReplayedByItsStatuses() throws IOException {
    // Given
    greeting = "{\"text\":1}";
    String id = conform().out().replaceFirst("(?s).*concordat replay ([0-9a-f]+).*", "$1");
    Files.delete(folder.resolve("api.yaml"));

    // When
    var result = run("replay", id);

    // Then
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out()).contains("only statuses were compared");
  }

  @Nested
  class WhatWasLearned {
    @Test
    void isTriedFirstInTheNextRunAndWhatIsFixedIsSaidToBe() {
      // Given
      greeting = "{\"text\":1}";
      conform();
      greeting = "{\"text\":\"hello\"}";

      // When
      var result = conform();

      // Then
      assertThat(result.exitCode()).isZero();
      assertThat(result.out())
          .contains("known from earlier runs: 1 request that worked, of which 1 still does")
          .contains("fixed since  conform/wrong-type   greet");
    }

    @Test
    void isUsedAndKeptInTheFileThatIsNamed() {
      // When
      conform("--learned", "api.learned.json");

      // Then
      assertThat(folder.resolve("api.learned.json"))
          .content()
          .contains("\"request\": \"GET /greeting\"")
          .contains("May be deleted");
    }

    @Test
    void leadsToTheSameRequestsForTheSameFile() throws IOException {
      // Given
      greeting = "{\"text\":1}";
      conform("--learned", "one.json");
      Files.copy(folder.resolve("one.json"), folder.resolve("two.json"));
      requests.clear();
      conform("--learned", "one.json");
      List<String> first = List.copyOf(requests);
      requests.clear();

      // When
      conform("--learned", "two.json");

      // Then
      assertThat(requests).isEqualTo(first);
      assertThat(folder.resolve("two.json")).hasSameTextualContentAs(folder.resolve("one.json"));
    }

    @Test
    void isNeitherUsedNorKeptWhereThatIsNotWanted() {
      // Given
      conform("--no-learned");

      // When
      var result = conform("--no-learned");

      // Then
      assertThat(result.out()).doesNotContain("earlier runs");
      assertThat(folder.resolve("home/learned")).doesNotExist();
    }

    @Test
    void inAFileOfAnotherKindIsBadInput() {
      // When
      var result = conform("--learned", "api.yaml");

      // Then
      assertThat(result.exitCode()).isEqualTo(2);
      assertThat(result.err()).contains("is no file of what was learned");
    }
  }

  @Test
  void aDryRunSendsNothing() {
    // When
    var result = conform("--dry-run");

    // Then
    assertThat(result.out()).contains("GET /greeting   # the smallest valid request");
    assertThat(requests).isEmpty();
  }

  @Test
  void onlySafeRequestsAreSentWhereAskedFor() {
    // When
    conform("--only", "safe");

    // Then
    assertThat(requests).isNotEmpty().allMatch(request -> request.matches("(GET|HEAD|OPTIONS) .*"));
  }

  @Test
  void noMoreRequestsAreSentThanAllowed() {
    // When
    conform("--max-requests", "3");

    // Then
    assertThat(requests).hasSizeLessThanOrEqualTo(3);
  }

  @Test
  void aSkippedOperationIsToldWithItsReason() {
    // When
    var result = conform("--skip", "greet=it is being rewritten");

    // Then
    assertThat(requests).isEmpty();
    assertThat(result.out()).contains("it is skipped: it is being rewritten");
  }

  @Test
  void theFilesOfTheReportAreWritten() {
    // When
    conform("--report", "out");

    // Then
    assertThat(folder.resolve("out"))
        .isDirectoryContaining("glob:**/conform.json")
        .isDirectoryContaining("glob:**/conform.har")
        .isDirectoryContaining("glob:**/junit.xml");
  }

  @Nested
  class Failures {
    @Test
    void aProviderThatIsNotThereIsNoBrokenContract() {
      // Given
      String gone = url();
      server.stop(0);

      // When
      var result = run("conform", "api.yaml", "--url", gone, "--no-fuzz");

      // Then
      assertThat(result.exitCode()).isEqualTo(3);
    }

    @Test
    void aContractThatIsNotThereIsBadInput() {
      // When
      var result = run("conform", "gone.yaml", "--url", url());

      // Then
      assertThat(result.exitCode()).isEqualTo(2);
      assertThat(result.err()).contains("there is no file");
    }

    @Test
    void aSentenceOfTheContractThatCannotBeReadIsTold() throws IOException {
      // Given
      Files.writeString(
          folder.resolve("api.yaml"), CONTRACT.replace("{type: string}", "{type: strng}"));

      // When
      var result = conform();

      // Then
      assertThat(result.exitCode()).isZero();
      assertThat(result.err())
          .contains("the contract has a problem, first api.yaml:16: `type` must be one of")
          .contains("concordat lint ");
    }

    @Test
    void anAddressOfAnotherSchemeIsBadInput() {
      // When
      var result = run("conform", "api.yaml", "--url", "ftp://127.0.0.1");

      // Then
      assertThat(result.exitCode()).isEqualTo(2);
      assertThat(result.err()).contains("is no address with http or https");
    }

    @Test
    void anAddressWithoutASchemeGetsOne() {
      // When
      var result = run("conform", "api.yaml", "--url", "localhost:8080");

      // Then
      assertThat(result.exitCode()).isEqualTo(2);
      assertThat(result.err()).contains("did you mean http://localhost:8080?");
    }

    @Test
    void aSkippedOperationThatTheContractDoesNotHaveIsBadInput() {
      // When
      var result = conform("--skip", "gret=not ready");

      // Then
      assertThat(result.exitCode()).isEqualTo(2);
      assertThat(result.err()).contains("no operation 'gret'. Did you mean \"greet\"?");
    }

    @Test
    void aSkipWithoutAReasonIsBadInput() {
      // When
      var result = conform("--skip", "greet");

      // Then
      assertThat(result.exitCode()).isEqualTo(2);
      assertThat(result.err()).contains("--skip: give a reason");
    }
  }
}
