package dev.concordat.conform.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.model.conform.ConformFinding;
import dev.concordat.model.conform.ConformReport;
import dev.concordat.model.conform.Tries;
import dev.concordat.model.finding.ConformHttpRules;
import dev.concordat.model.finding.ConformMeaningRules;
import dev.concordat.model.finding.ConformRules;
import dev.concordat.model.run.Verdict;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Faults that show only sometimes: found, called flaky with how often they showed, and no reason to fail.
@Tag("slow")
class FlakyFaultsTest {
  private static final long SEED = 1;

  private static ConformFinding only(ConformReport report) {
    assertThat(report.findings()).hasSize(1);
    return report.findings().getFirst();
  }

  @Test
  void whatShowsEveryFourthTimeIsFlakyAndDoesNotFailTheRun() {
    // When
    ConformReport report = WorkshopRun.covering(Set.of(Fault.FLAKY), SEED);

    // Then
    assertThat(only(report).rule()).isEqualTo(ConformHttpRules.FLAKY_ANSWER);
    assertThat(only(report).breaks()).isEqualTo(ConformRules.SERVER_ERROR);
    assertThat(report.verdict()).isEqualTo(Verdict.HOLDS);
  }

  @Test
  void whatShowsEverySecondTimeIsToldWithHowOftenItShowed() {
    // When
    ConformReport report = WorkshopRun.covering(Set.of(Fault.FLAKY_EVERY_SECOND), SEED);

    // Then
    assertThat(only(report).isFlaky()).isTrue();
    assertThat(only(report).tries().seen()).isBetween(2, 9);
    assertThat(only(report).tries().of()).isEqualTo(10);
  }

  @Test
  void whatShowsOnceIsToldAsSeenOnce() {
    // When
    ConformReport report = WorkshopRun.covering(Set.of(Fault.FLAKY_FIRST), SEED);

    // Then
    assertThat(only(report).isFlaky()).isTrue();
    assertThat(only(report).tries()).isEqualTo(new Tries(1, 10));
  }

  @Test
  void aSequenceThatBreaksSometimesIsFlakyToo() {
    // When
    ConformReport report = WorkshopRun.covering(Set.of(Fault.FLAKY_DELETE), SEED);

    // Then
    assertThat(only(report).isFlaky()).isTrue();
    assertThat(only(report).breaks()).isEqualTo(ConformMeaningRules.NOT_DELETED);
  }

  @Test
  void whatAlwaysShowsIsNotFlakyAndWasTriedOftenEnoughToKnow() {
    // When
    ConformReport report = WorkshopRun.covering(Set.of(Fault.MAXIMUM_IGNORED), SEED);

    // Then
    assertThat(only(report).isFlaky()).isFalse();
    assertThat(only(report).tries()).isEqualTo(new Tries(5, 5));
  }
}
