package dev.concordat.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.drift.corpus.MockFormat;
import dev.concordat.drift.corpus.PlainMock;
import dev.concordat.drift.corpus.Shop;
import dev.concordat.drift.corpus.ShopContract;
import dev.concordat.drift.corpus.ShopMocks;
import dev.concordat.model.drift.CheckedStub;
import dev.concordat.model.drift.DriftReport;
import dev.concordat.model.drift.Ground;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What recordings and the provider's own answers say of the contract, and what several sources say together.
class TrafficTest {
  private static final long SEED = 5;

  @TempDir private Path folder;

  private static PlainMock honest(String name) {
    return ShopMocks.trueOnes().stream()
        .filter(mock -> mock.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /// The contract without a field that the provider sends.
  private static String withoutServed() {
    String without =
        ShopContract.TEXT.replaceFirst("(?m)^ *served: .*\\R", "").replace(", served]", "]");
    assertThat(without).doesNotContain("served");
    return without;
  }

  @Test
  void theProviderIsHeldAgainstItsOwnContract() {
    try (Shop shop = Shop.open(SEED)) {
      // Given
      String contract = withoutServed().replace("enum: [UP, DOWN]", "enum: [RUNNING]");
      PlainMock stub =
          honest("status")
              .change("\"status\": \"UP\"", "\"status\": \"RUNNING\"")
              .change("\"served\": 3, ", "");

      // When
      DriftReport report =
          CheckSetup.NOTHING
              .withContract(contract)
              .withProvider(shop)
              .check(folder, MockFormat.WIREMOCK, List.of(stub))
              .report();

      // Then
      assertThat(report.others())
          .extracting(finding -> finding.rule().id() + " " + finding.pointer())
          .containsExactlyInAnyOrder(
              "drift/undocumented-field /served", "drift/broken-by-provider /status");
    }
  }

  @Test
  void aFieldThatTheProviderIsSeenToSendIsNoLie() {
    try (Shop shop = Shop.open(SEED)) {
      // Given
      String contract = withoutServed();

      // When
      CheckedStub stub =
          CheckSetup.NOTHING
              .withContract(contract)
              .withProvider(shop)
              .check(folder, MockFormat.WIREMOCK, List.of(honest("status")))
              .report()
              .stubs()
              .getFirst();

      // Then
      assertThat(stub.lies()).isEmpty();
    }
  }

  @Test
  void aLieThatTwoSourcesShowIsToldOnceWithBoth() {
    try (Shop shop = Shop.open(SEED)) {
      // Given
      PlainMock stub = honest("get an order").change("20.2", "\"20.2\"");

      // When
      DriftReport report =
          CheckSetup.NOTHING
              .withContract()
              .withProvider(shop)
              .withRecordingOf(shop)
              .check(folder, MockFormat.PACT, List.of(stub))
              .report();

      // Then
      assertThat(report.stubs().getFirst().lies()).hasSize(1);
      assertThat(report.stubs().getFirst().lies().getFirst().grounds())
          .containsExactly(Ground.CONTRACT, Ground.PROVIDER, Ground.RECORDING);
      assertThat(report.stubs().getFirst().lies().getFirst().evidence()).hasSize(3);
    }
  }

  @Test
  void whatWasNeverRecordedIsToldAsNotChecked() {
    try (Shop shop = Shop.open(SEED)) {
      // When
      CheckedStub stub =
          CheckSetup.NOTHING
              .withRecordingOf(shop)
              .check(
                  folder, MockFormat.WIREMOCK, List.of(honest("get an order").path("/orders/4711")))
              .report()
              .stubs()
              .getFirst();

      // Then
      assertThat(stub.state()).isEqualTo(CheckedStub.State.NOT_CHECKED);
      assertThat(stub.notChecked())
          .containsExactly("the recordings hold no request that it answers");
    }
  }
}
