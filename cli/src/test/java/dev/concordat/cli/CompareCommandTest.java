package dev.concordat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.har.HarWriter;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpExchange;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.link.LinkName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two recordings, and what is told of them.
final class CompareCommandTest {
  private static final List<Header> JSON = List.of(new Header("Content-Type", "application/json"));

  @TempDir private Path folder;
  private CommandTester concordat;

  @BeforeEach
  void command() {
    concordat = new CommandTester(folder.resolve("home"), folder);
  }

  @Test
  void whatArrivesAsItWasSentHolds() throws IOException {
    // Given
    record("near.har", order("{\"price\":10.10,\"id\":1}", "{\"ok\":true}"));
    record("far.har", order("{ \"id\": 1, \"price\": 10.10 }", "{\"ok\":true}"));

    // When
    CommandTester.Result result = concordat.run("compare", "near.har", "far.har", "--all");

    // Then
    assertThat(result.exitCode()).isZero();
    assertThat(result.out())
        .contains("✓ what was sent is what was received: 1 exchange in near.har and far.har")
        .contains("1 × the same value, in other bytes");
  }

  @Test
  void damageIsToldWithWhatWasSentAndReceivedInBothDirections() throws IOException {
    // Given
    record(
        "near.har",
        order("{\"lines\":[{\"price\":10.10},{\"price\":9.90}]}", "{\"id\":9007199254740992}"));
    record(
        "far.har",
        order("{\"lines\":[{\"price\":10.1},{\"price\":9.9}]}", "{\"id\":9007199254740993}"));

    // When
    CommandTester.Result result = concordat.run("compare", "near.har", "far.har");

    // Then
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out())
        .contains("✗ 2 findings: 1 exchange in near.har and far.har")
        .contains("✗ fidelity/rescaled   POST /orders/{}/lines   request body /lines/*/price")
        .contains("sent      10.10   near.har entry 1")
        .contains("received  10.1   far.har entry 1")
        .contains("messages  2")
        .contains("✗ fidelity/rounded   POST /orders/{}/lines   response body /id")
        .contains("sent      9007199254740993   far.har entry 1")
        .contains("received  9007199254740992   near.har entry 1");
  }

  @Test
  void messagesThatNothingNamesAreComparedInTheirOrder() throws IOException {
    // Given
    HttpExchange first = order("{\"n\":1}", "{}");
    HttpExchange second = order("{\"n\":2}", "{}");
    record("near.har", first, second);
    record("far.har", first, first);

    // When
    CommandTester.Result result =
        concordat.run("compare", "near.har", "far.har", "--format", "json");

    // Then
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out()).contains("\"verdict\": \"findings\"", "\"at\": \"/n\"");
  }

  @Test
  void aRequestThatNeverArrivesIsLost() throws IOException {
    // Given
    record("near.har", order("{\"n\":1}", "{}"), order("{\"n\":2}", "{}"));
    record("far.har", order("{\"n\":1}", "{}"));

    // When
    CommandTester.Result result = concordat.run("compare", "near.har", "far.har");

    // Then
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out())
        .contains("✗ fidelity/message-lost")
        .contains("near.har entry 2")
        .contains("received  (nothing)");
  }

  @Test
  void secretsAreComparedAndNotShown() throws IOException {
    // Given
    record("near.har", order("{\"password\":\"hunter2 \"}", "{}"));
    record("far.har", order("{\"password\":\"hunter2\"}", "{}"));

    // When
    CommandTester.Result result = concordat.run("compare", "near.har", "far.har");

    // Then
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out()).contains("fidelity/trimmed").doesNotContain("hunter2");
  }

  @Test
  void whatIsNoArchiveIsNamed() throws IOException {
    // Given
    record("near.har", order("{}", "{}"));
    Files.writeString(folder.resolve("far.har"), "{\"a\": 1}");

    // When
    CommandTester.Result noArchive = concordat.run("compare", "near.har", "far.har");
    CommandTester.Result missing = concordat.run("compare", "near.har", "none.har");

    // Then
    assertThat(noArchive.exitCode()).isEqualTo(2);
    assertThat(noArchive.err()).contains("far.har");
    assertThat(missing.exitCode()).isEqualTo(2);
    assertThat(missing.err()).contains("none.har").contains("there is no such file");
  }

  @Test
  void recordingsWithoutACommonExchangeProveNothing() throws IOException {
    // Given
    record("near.har");
    record("far.har");

    // When
    CommandTester.Result result = concordat.run("compare", "near.har", "far.har");

    // Then
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.out()).contains("no exchange in common");
  }

  @Test
  void junitHasACaseForEachFinding() throws IOException {
    // Given
    record("near.har", order("{\"n\":\"007\"}", "{}"));
    record("far.har", order("{\"n\":\"7\"}", "{}"));

    // When
    CommandTester.Result result =
        concordat.run("compare", "near.har", "far.har", "--format", "junit");

    // Then
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out())
        .contains("<testsuites name=\"concordat compare\" tests=\"1\" failures=\"1\"")
        .contains("type=\"fidelity/leading-zeros-lost\"");
  }

  private void record(String file, HttpExchange... exchanges) throws IOException {
    Files.writeString(folder.resolve(file), HarWriter.write(List.of(exchanges), "test"));
  }

  private static HttpExchange order(String sent, String answered) {
    return new HttpExchange(
        "x1",
        new LinkName("shop", "orders"),
        Instant.parse("2026-11-28T20:00:00Z"),
        Duration.ofMillis(7),
        Optional.empty(),
        new HttpRequestMessage("POST", "/orders/17/lines", JSON, Bytes.utf8(sent)),
        Optional.of(new HttpResponseMessage(201, JSON, Bytes.utf8(answered))),
        Optional.empty());
  }
}
