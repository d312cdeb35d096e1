package dev.concordat.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.drift.corpus.MockFormat;
import dev.concordat.drift.corpus.PlainMock;
import dev.concordat.drift.corpus.Shop;
import dev.concordat.drift.corpus.ShopMocks;
import dev.concordat.drift.corpus.ShopMocks.Lying;
import dev.concordat.drift.fix.StubFix;
import dev.concordat.model.drift.CheckedStub;
import dev.concordat.model.finding.DriftRules;
import dev.concordat.model.finding.Rule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/// Stubs are put right, and drift holds afterwards.
class FixTest {
  private static final long SEED = 7;

  /// The request is the consumer's own, and which of many values is meant nobody else knows.
  private static final Set<Rule> LEFT_TO_PEOPLE =
      Set.of(
          DriftRules.UNKNOWN_OPERATION,
          DriftRules.METHOD_NOT_ALLOWED,
          DriftRules.REQUEST_REFUSED,
          DriftRules.VALUE_NOT_ALLOWED);

  @TempDir private Path folder;

  private static List<PlainMock> fixable(MockFormat format) {
    return ShopMocks.lies().stream()
        .filter(lie -> !format.isPartial() || lie.isByPacts())
        .filter(lie -> !LEFT_TO_PEOPLE.contains(lie.rule()))
        // A status is not put right alone: the body of the other outcome would have to come with
        // it.
        .filter(lie -> !lie.mock().name().equals("a limit said to be refused"))
        .map(Lying::mock)
        .toList();
  }

  private static StubFix.Fixed fix(String text, Judged judged) {
    return StubFix.of(
        text,
        judged.stubs().stream()
            .map(each -> new StubFix.Task(each.mock(), each.corrections()))
            .toList());
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "HAR")
  void driftHoldsAfterwards(MockFormat format) {
    try (Shop shop = Shop.open(SEED)) {
      // Given
      CheckSetup setup = CheckSetup.NOTHING.withContract().withProvider(shop);
      String lying = format.write(fixable(format));
      Judged judged = setup.check(folder, "stubs.json", lying);

      // When
      StubFix.Fixed fixed = fix(lying, judged);

      // Then
      List<String> left = new ArrayList<>();
      for (CheckedStub stub : setup.check(folder, "stubs.json", fixed.text()).report().stubs()) {
        stub.lies()
            .forEach(
                lie ->
                    left.add(
                        stub.title()
                            + " "
                            + lie.rule().id()
                            + " "
                            + lie.pointer()
                            + " "
                            + lie.message()));
      }
      assertThat(left).as("left: %s", fixed.left()).isEmpty();
    }
  }

  @Test
  void aTrueFileStaysAsItIs() {
    try (Shop shop = Shop.open(SEED)) {
      // Given
      String honest = MockFormat.WIREMOCK.write(ShopMocks.trueOnes());
      Judged judged =
          CheckSetup.NOTHING.withContract().withProvider(shop).check(folder, "stubs.json", honest);

      // When
      StubFix.Fixed fixed = fix(honest, judged);

      // Then
      assertThat(fixed.text()).isEqualTo(honest);
      assertThat(fixed.done()).isZero();
    }
  }

  @Test
  void whatIsNotCertainIsLeftWithItsReason() {
    // Given
    String lying =
        MockFormat.WIREMOCK.write(
            ShopMocks.lies().stream()
                .filter(lie -> lie.rule().equals(DriftRules.METHOD_NOT_ALLOWED))
                .map(Lying::mock)
                .toList());
    Judged judged = CheckSetup.NOTHING.withContract().check(folder, "stubs.json", lying);

    // When
    StubFix.Fixed fixed = fix(lying, judged);

    // Then
    assertThat(fixed.text()).isEqualTo(lying);
    assertThat(fixed.left())
        .containsExactly("a method that is gone: the request is the consumer's own");
  }

  @Test
  void recordingsAreNotChanged() {
    // Given
    String lying = MockFormat.HAR.write(fixable(MockFormat.HAR));
    Judged judged = CheckSetup.NOTHING.withContract().check(folder, "stubs.har", lying);

    // When
    StubFix.Fixed fixed = fix(lying, judged);

    // Then
    assertThat(fixed.text()).isEqualTo(lying);
    assertThat(fixed.left()).allMatch(reason -> reason.contains("a recording is not changed"));
  }
}
