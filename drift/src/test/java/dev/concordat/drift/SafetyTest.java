package dev.concordat.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.drift.corpus.MockFormat;
import dev.concordat.drift.corpus.PlainMock;
import dev.concordat.drift.corpus.Shop;
import dev.concordat.drift.corpus.ShopMocks;
import dev.concordat.drift.provider.ProviderOptions;
import dev.concordat.model.drift.CheckedStub;
import dev.concordat.model.drift.DriftReport;
import dev.concordat.wire.caller.Endpoint;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is sent to a provider, and what is said of what was not.
class SafetyTest {
  private static final long SEED = 3;

  @TempDir private Path folder;

  private static PlainMock honest(String name) {
    return ShopMocks.trueOnes().stream()
        .filter(mock -> mock.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private CheckedStub wireMock(Shop shop, String request, String response) {
    return CheckSetup.NOTHING
        .withProvider(shop)
        .check(
            folder,
            "stub.json",
            "{\"name\": \"s\", \"request\": %s, \"response\": %s}".formatted(request, response))
        .report()
        .stubs()
        .getFirst();
  }

  @Test
  void nothingThatChangesDataIsSentUnlessAllowed() {
    try (Shop shop = Shop.open(SEED)) {
      // When
      DriftReport report =
          CheckSetup.NOTHING
              .withProvider(shop)
              .check(
                  folder,
                  MockFormat.WIREMOCK,
                  List.of(honest("place an order"), honest("delete an order")))
              .report();

      // Then
      assertThat(shop.writes()).isZero();
      assertThat(report.stubs())
          .allSatisfy(
              stub -> {
                assertThat(stub.state()).isEqualTo(CheckedStub.State.NOT_CHECKED);
                assertThat(stub.notChecked().getFirst()).contains("--allow-writes");
              });
    }
  }

  @Test
  void whatIsAllowedIsSentOnce() {
    try (Shop shop = Shop.open(SEED)) {
      // Given
      ProviderOptions writing = ProviderOptions.at(Endpoint.of(shop.address(), false)).withWrites();

      // When
      DriftReport report =
          CheckSetup.NOTHING
              .withProvider(writing)
              .check(
                  folder,
                  MockFormat.WIREMOCK,
                  List.of(honest("place an order"), honest("delete an order")))
              .report();

      // Then
      assertThat(shop.writes()).isEqualTo(2);
      assertThat(report.stubs()).allMatch(stub -> stub.state() == CheckedStub.State.TRUE);
    }
  }

  @Test
  void requestsAreMadeFromPatterns() {
    try (Shop shop = Shop.open(SEED)) {
      // When
      CheckedStub stub =
          wireMock(
              shop,
              "{\"method\": \"GET\", \"urlPathPattern\": \"/orders/[1-8][0-9]\"}",
              "{\"status\": 200, \"jsonBody\": {\"id\": 5, \"total\": \"none\"}}");

      // Then
      assertThat(stub.request()).matches("GET /orders/[1-8][0-9]");
      assertThat(stub.lies()).extracting(lie -> lie.rule().id()).contains("drift/wrong-type");
      // It stands for many orders, so its values are examples.
      assertThat(stub.lies()).extracting(lie -> lie.pointer()).doesNotContain("/id");
    }
  }

  @Test
  void aBodyThatCannotBeMadeKeepsNobodyFromReadingTheContract() {
    // When
    CheckedStub stub =
        CheckSetup.NOTHING
            .withContract()
            .check(
                folder,
                "stub.json",
                """
                {"request": {"method": "POST", "urlPath": "/orders",
                             "bodyPatterns": [{"matchesJsonPath": "$.lines[?(@.sku == 'A1')]"}]},
                 "response": {"status": 202}}
                """)
            .report()
            .stubs()
            .getFirst();

    // Then
    assertThat(stub.lies())
        .extracting(lie -> lie.rule().id())
        .containsExactly("drift/wrong-status");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "urlPathPattern  | /clients/[0-9]+    | drift/unknown-operation",
        "urlPathTemplate | /clients/{id}      | drift/unknown-operation",
        "urlPattern      | /ord.*\\?page=[0-9] | ''",
        "urlPathTemplate | /orders/{number}   | ''",
        "urlPathPattern  | /[a-z]+/17         | ''"
      })
  void aPatternThatMeetsNoDocumentedPathLies(String member, String pattern, String rule) {
    // When
    CheckedStub stub =
        CheckSetup.NOTHING
            .withContract()
            .check(
                folder,
                "stub.json",
                "{\"request\": {\"method\": \"GET\", \"%s\": \"%s\"}, \"response\": {\"status\": 200}}"
                    .formatted(member, pattern.replace("\\", "\\\\")))
            .report()
            .stubs()
            .getFirst();

    // Then
    assertThat(
            stub.lies().stream()
                .map(lie -> lie.rule().id())
                .filter(id -> id.contains("operation"))
                .toList())
        .isEqualTo(rule.isEmpty() ? List.of() : List.of(rule));
  }

  @Test
  void dataThatIsNotThereIsNoLie() {
    try (Shop shop = Shop.open(SEED)) {
      // When
      CheckedStub stub =
          wireMock(
              shop,
              "{\"method\": \"GET\", \"urlPath\": \"/orders/950\"}",
              "{\"status\": 200, \"jsonBody\": {\"id\": 950}}");

      // Then
      assertThat(stub.lies()).isEmpty();
      assertThat(stub.state()).isEqualTo(CheckedStub.State.NOT_CHECKED);
      assertThat(stub.notChecked())
          .containsExactly(
              "the provider answered 404: it has no such data; name values that exist (--values)");
    }
  }

  @Test
  void whatOnlyTheToolKnowsIsToldAsNotChecked() {
    try (Shop shop = Shop.open(SEED)) {
      // Given
      List<String> told = new ArrayList<>();

      // When
      for (String response :
          List.of(
              "{\"fault\": \"EMPTY_RESPONSE\"}",
              "{\"proxyBaseUrl\": \"http://other\"}",
              "{\"status\": 503}")) {
        CheckedStub stub =
            wireMock(shop, "{\"method\": \"GET\", \"urlPath\": \"/status\"}", response);
        told.add(stub.state().word() + ": " + stub.notChecked());
      }

      // Then
      assertThat(told)
          .containsExactly(
              "not-checked: [its answer is a broken connection (EMPTY_RESPONSE)]",
              "not-checked: [its answer comes from another server]",
              "not-checked: [it plays a failure, 503, which cannot be brought about]");
    }
  }
}
