package dev.concordat.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.drift.corpus.MockFormat;
import dev.concordat.drift.corpus.PlainMock;
import dev.concordat.drift.corpus.Shop;
import dev.concordat.drift.corpus.ShopMocks;
import dev.concordat.drift.corpus.ShopMocks.By;
import dev.concordat.drift.corpus.ShopMocks.Lying;
import dev.concordat.model.drift.CheckedStub;
import dev.concordat.model.drift.DriftReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Issue 7, "must hold" 4: every lying mock of every format is named with the right reason, no true one is accused, with a
/// provider whose ids, times, counters and order vary.
class DriftCorpusTest {
  private static final long SEED = 42;

  @TempDir private Path folder;

  private static List<String> told(DriftReport report) {
    List<String> told = new ArrayList<>();
    for (CheckedStub stub : report.stubs()) {
      stub.lies()
          .forEach(
              lie ->
                  told.add(
                      stub.kind()
                          + " | "
                          + stub.title()
                          + " | "
                          + lie.rule().id()
                          + " "
                          + lie.pointer()
                          + " | "
                          + lie.message()));
    }
    return told;
  }

  /// What is missing of the lies that can be seen by these.
  private static List<String> missed(MockFormat format, DriftReport report, Set<By> by) {
    List<Lying> lies = of(format);
    List<String> missed = new ArrayList<>();
    assertThat(report.stubs()).hasSize(lies.size());
    for (int i = 0; i < lies.size(); i++) {
      Lying lying = lies.get(i);
      CheckedStub stub = report.stubs().get(i);
      boolean isSeen = lying.seenBy().stream().anyMatch(by::contains);
      boolean isNamed =
          stub.lies().stream()
              .anyMatch(
                  lie ->
                      lie.rule().equals(lying.rule())
                          && (lying.pointer().isEmpty() || lie.pointer().equals(lying.pointer())));
      if (isSeen && !isNamed) {
        missed.add(
            format
                + " | "
                + lying.mock().name()
                + " | "
                + lying.rule().id()
                + " "
                + lying.pointer()
                + " | told: "
                + stub.lies().stream().map(lie -> lie.rule().id() + " " + lie.pointer()).toList()
                + " | "
                + stub.notChecked());
      }
      // One lie each: nothing but this one is told, so that the reason is the right one.
      if (isSeen && isNamed && stub.lies().size() > 1) {
        missed.add(
            format
                + " | "
                + lying.mock().name()
                + " | more than one: "
                + stub.lies().stream()
                    .map(lie -> lie.rule().id() + " " + lie.pointer() + " " + lie.message())
                    .toList());
      }
    }
    return missed;
  }

  private static List<Lying> of(MockFormat format) {
    return ShopMocks.lies().stream().filter(lie -> !format.isPartial() || lie.isByPacts()).toList();
  }

  private DriftReport check(MockFormat format, List<PlainMock> mocks, CheckSetup setup) {
    return setup
        .check(folder, format.name().toLowerCase(Locale.ROOT) + ".json", format.write(mocks))
        .report();
  }

  @Test
  void theCorpusHasMoreThanFiftyOfEach() {
    // Given
    int lying = 0;
    int honest = 0;

    // When
    for (MockFormat format : MockFormat.values()) {
      lying += of(format).size();
      honest += ShopMocks.trueOnes().size();
    }

    // Then
    assertThat(lying).isGreaterThanOrEqualTo(50);
    assertThat(honest).isGreaterThanOrEqualTo(50);
  }

  private void holds(Set<By> by, CheckSetup setup) {
    List<String> missed = new ArrayList<>();
    List<String> accused = new ArrayList<>();
    for (MockFormat format : MockFormat.values()) {
      List<PlainMock> lies = of(format).stream().map(Lying::mock).toList();
      missed.addAll(missed(format, check(format, lies, setup), by));
      accused.addAll(told(check(format, ShopMocks.trueOnes(), setup)));
    }
    assertThat(missed).as("lies that were not named").isEmpty();
    assertThat(accused).as("true ones that were accused").isEmpty();
  }

  @Test
  void byTheContractAlone() {
    holds(EnumSet.of(By.CONTRACT), CheckSetup.NOTHING.withContract());
  }

  @Test
  void byTheProviderAlone() {
    try (Shop shop = Shop.open(SEED)) {
      holds(EnumSet.of(By.PROVIDER), CheckSetup.NOTHING.withProvider(shop));
    }
  }

  @Test
  void byContractAndProviderTogether() {
    try (Shop shop = Shop.open(SEED)) {
      holds(EnumSet.allOf(By.class), CheckSetup.NOTHING.withContract().withProvider(shop));
    }
  }

  @Test
  void byARecordingAlone() {
    try (Shop shop = Shop.open(SEED)) {
      holds(EnumSet.of(By.PROVIDER), CheckSetup.NOTHING.withRecordingOf(shop));
    }
  }
}
