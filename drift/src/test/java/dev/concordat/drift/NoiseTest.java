package dev.concordat.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.tree.DocumentReader;
import dev.concordat.drift.corpus.MockFormat;
import dev.concordat.drift.corpus.PlainMock;
import dev.concordat.drift.corpus.Shop;
import dev.concordat.drift.corpus.ShopMocks;
import dev.concordat.drift.noise.NoiseFile;
import dev.concordat.model.drift.DriftFinding;
import dev.concordat.model.drift.DriftReport;
import dev.concordat.model.drift.NoiseKind;
import dev.concordat.model.drift.NoiseRule;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where true answers differ: learned, written down, applied, and held to what it says.
class NoiseTest {
  private static final long SEED = 11;
  private static final LocalDate LATER = CheckSetup.TODAY.plusDays(1);

  @TempDir private Path folder;

  private DriftReport check(PlainMock mock, List<NoiseRule> rules) {
    try (Shop shop = Shop.open(SEED)) {
      return CheckSetup.NOTHING
          .withProvider(shop)
          .with(options -> options.withNoise("drift-noise.yaml", rules))
          .check(folder, MockFormat.WIREMOCK, List.of(mock))
          .report();
    }
  }

  private static PlainMock lying(String name) {
    return ShopMocks.lies().stream()
        .filter(lie -> lie.mock().name().equals(name))
        .findFirst()
        .orElseThrow()
        .mock();
  }

  private static PlainMock honest(String name) {
    return ShopMocks.trueOnes().stream()
        .filter(mock -> mock.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static NoiseRule rule(String at, NoiseKind kind, LocalDate until) {
    return new NoiseRule("*", at, kind, "", "team-shop", Optional.of(until));
  }

  private static List<String> lies(DriftReport report) {
    return report.stubs().getFirst().lies().stream()
        .map(lie -> lie.rule().id() + " " + lie.pointer())
        .toList();
  }

  private static List<String> others(DriftReport report) {
    return report.others().stream()
        .map((DriftFinding finding) -> finding.rule().id() + " " + finding.pointer())
        .toList();
  }

  @Test
  void whatVariesIsLearnedByAskingTwiceEachWithItsKind() {
    // When
    DriftReport report = check(honest("status"), List.of());

    // Then
    assertThat(report.noise().stream().map(rule -> rule.at() + " " + rule.kind().word()))
        .containsExactly("/node id", "/at time", "/served counter");
    assertThat(report.stubs().getFirst().lies()).isEmpty();
  }

  @Test
  void theOrderOfAListIsLearned() {
    // When
    DriftReport report = check(honest("list orders"), List.of());

    // Then
    assertThat(report.noise().stream().map(rule -> rule.at() + " " + rule.kind().word()))
        .contains("/*/revision id", "/*/readAt time");
    assertThat(report.stubs().getFirst().lies()).isEmpty();
  }

  @Test
  void aRuleTakesAValueOutOfTheComparison() {
    // When
    DriftReport report =
        check(
            lying("a version that is old"),
            List.of(rule("/version", NoiseKind.RANDOM_TEXT, LATER)));

    // Then
    assertThat(lies(report)).isEmpty();
    assertThat(others(report)).isEmpty();
  }

  @Test
  void aRuleStillSaysWhatTheValueIs() {
    // When
    DriftReport report =
        check(lying("a number for an id"), List.of(rule("/node", NoiseKind.ID, LATER)));

    // Then
    assertThat(lies(report)).containsExactly("drift/wrong-format /node");
  }

  @Test
  void aRuleThatSilencesTooMuchLeavesDeadChecks() {
    // When
    DriftReport report =
        check(
            lying("a field inside forgotten"),
            List.of(rule("/customer", NoiseKind.RANDOM_TEXT, LATER)));

    // Then
    assertThat(lies(report)).isEmpty();
    assertThat(others(report)).containsExactly("drift/dead-check /customer");
  }

  @Test
  void aRulePastItsDayIsToldAndNotApplied() {
    // Given
    LocalDate yesterday = CheckSetup.TODAY.minusDays(1);

    // When
    DriftReport report =
        check(
            lying("a version that is old"),
            List.of(rule("/version", NoiseKind.RANDOM_TEXT, yesterday)));

    // Then
    assertThat(lies(report)).containsExactly("drift/stale-value /version");
    assertThat(others(report)).containsExactly("drift/noise-expired /version");
    assertThat(report.others().getFirst().message()).contains("2026-02-28", "team-shop");
  }

  @Test
  void theFileSaysTheSameWhenItIsReadAgain() {
    // Given
    List<NoiseRule> rules =
        List.of(
            new NoiseRule(
                "GET /a/{b}", "/x \"y\"", NoiseKind.ID, "asked: 1\n2", "", Optional.empty()),
            rule("header:ETag", NoiseKind.RANDOM_TEXT, LATER));

    // When
    String text = NoiseFile.write(rules);

    // Then
    NoiseFile.Read read =
        NoiseFile.read(
            new DocumentReader(folder).parse("noise.yaml", text.getBytes(StandardCharsets.UTF_8)));
    assertThat(read.problems()).isEmpty();
    assertThat(read.rules()).isEqualTo(rules);
  }

  @Test
  void onlyTheFormIsComparedWhereValuesDoNotCount() {
    try (Shop shop = Shop.open(SEED)) {
      // When
      DriftReport report =
          CheckSetup.NOTHING
              .withProvider(shop)
              .with(DriftOptions::withoutValues)
              .check(folder, MockFormat.WIREMOCK, List.of(lying("a version that is old")))
              .report();

      // Then
      assertThat(lies(report)).isEmpty();
    }
  }
}
