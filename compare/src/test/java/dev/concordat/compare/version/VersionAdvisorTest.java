package dev.concordat.compare.version;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.model.comparison.ContractComparison;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.Position;
import dev.concordat.model.comparison.Subject;
import dev.concordat.model.comparison.Tally;
import dev.concordat.model.comparison.VersionAdvice;
import dev.concordat.model.comparison.VersionStep;
import dev.concordat.model.finding.AgreeRules;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionAdvisorTest {
  @ParameterizedTest
  @CsvSource({
    "BREAKS, MAJOR",
    "UNKNOWN, MAJOR",
    "MEANING, MAJOR",
    "RISKY, MINOR",
    "CLIENT_CODE, MINOR",
    "POLICY, MINOR",
    "SAFE, MINOR",
  })
  void theWorstDifferenceDecidesTheStep(Impact impact, VersionStep step) {
    VersionAdvice advice = advise("1.2.3", "1.2.3", Impact.SAFE, impact);

    assertThat(advice.needed()).isEqualTo(step);
  }

  @ParameterizedTest
  @CsvSource({
    "1.4.2,        BREAKS, 2.0.0",
    "1.4.2,        SAFE,   1.5.0",
    "v1.4.2,       BREAKS, v2.0.0",
    "1.4,          BREAKS, 2.0",
    "1,            SAFE,   1.1",
    "v3,           BREAKS, v4",
    "0.4.2,        BREAKS, 0.5.0",
    "0.4.2,        SAFE,   0.4.3",
    "2.0.0-beta.1, BREAKS, 2.0.0-beta.2",
    "2.0.0-rc,     BREAKS, 2.0.0-rc.1",
    "1.4.2+build7, BREAKS, 2.0.0",
    "99999999999999999999.0.0, BREAKS, 100000000000000000000.0.0",
  })
  void theNextVersionComesFromTheOldContract(String before, Impact impact, String next) {
    VersionAdvice advice = advise(before, before, impact);

    assertThat(advice.suggested()).hasValue(next);
  }

  @ParameterizedTest
  @CsvSource({"2024-05-01", "2024.1", "latest", "1.2.3.4", "01.2.3", "''"})
  void whatIsNoSemanticVersionGetsNoNext(String before) {
    VersionAdvice advice = advise(before, "x", Impact.BREAKS);

    assertThat(advice.suggested()).isEmpty();
    assertThat(advice.needed()).isEqualTo(VersionStep.MAJOR);
    assertThat(advice.isEnough()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "1.4.2, 2.0.0,        BREAKS, true",
    "1.4.2, 1.5.0,        BREAKS, false",
    "1.4.2, 1.4.2,        BREAKS, false",
    "1.4.2, 2.0.0-beta.1, BREAKS, true",
    "1.4.2, 1.5.0,        SAFE,   true",
    "1.4.2, 1.4.3,        SAFE,   false",
    "1.4.2, 1.4.1,        SAFE,   false",
    "0.4.2, 0.5.0,        BREAKS, true",
    "0.4.2, 0.4.3,        BREAKS, false",
    "2.0.0-beta.2, 2.0.0-beta.10, BREAKS, true",
    "2.0.0-beta.2, 2.0.0-beta.1,  BREAKS, false",
    "2.0.0-beta.2, 2.0.0,         BREAKS, true",
    "2.0.0-alpha, 2.0.0-alpha.1,  BREAKS, true",
    "2.0.0-1, 2.0.0-alpha,        BREAKS, true",
  })
  void theStatedVersionIsHeldAgainstTheStep(
      String before, String stated, Impact impact, boolean isEnough) {
    VersionAdvice advice = advise(before, stated, impact);

    assertThat(advice.isEnough()).isEqualTo(isEnough);
  }

  @Test
  void saysHowManyDifferencesAskForTheStep() {
    VersionAdvice advice = advise("1.0.0", "1.0.0", Impact.BREAKS, Impact.BREAKS, Impact.UNKNOWN);

    assertThat(advice.why()).isEqualTo("2 breaks, 1 undecided");
  }

  @Test
  void documentationAloneIsAPatch() {
    VersionAdvice advice = VersionAdvisor.advise(comparison("1.0.0", "1.0.0"), true, false);

    assertThat(advice.suggested()).hasValue("1.0.1");
    assertThat(advice.isEnough()).isFalse();
  }

  @Test
  void theSameTextKeepsItsVersion() {
    VersionAdvice advice = VersionAdvisor.advise(comparison("1.0.0", "1.0.0"), true, true);

    assertThat(advice.suggested()).hasValue("1.0.0");
    assertThat(advice.isEnough()).isTrue();
  }

  private static VersionAdvice advise(String before, String stated, Impact... impacts) {
    return VersionAdvisor.advise(comparison(before, stated, impacts), false, false);
  }

  private static ContractComparison comparison(String before, String stated, Impact... impacts) {
    return new ContractComparison(
        new Subject("the old contract", "a.yaml", "OpenAPI", "a", before),
        new Subject("the new contract", "a.yaml", "OpenAPI", "a", stated),
        Arrays.stream(impacts).map(VersionAdvisorTest::difference).toList(),
        Tally.NONE,
        List.of());
  }

  private static Difference difference(Impact impact) {
    return new Difference(
        AgreeRules.BODY_REFUSED,
        impact,
        new Evidence.Stated(),
        new Position("POST /orders", Position.Part.REQUEST_BODY, ""),
        "",
        "changed",
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of());
  }
}
