package dev.concordat.engine.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.engine.timing.BudgetRule;
import dev.concordat.engine.timing.QuantileBudget;
import dev.concordat.engine.timing.RatioBudget;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BudgetTextTest {
  @Test
  void readsWhatPeopleWrite() {
    // Given
    String text = "p99.9 < 2s at 99%";

    // When
    Optional<BudgetRule> budget = BudgetText.read(text);

    // Then
    assertThat(budget)
        .contains(
            new QuantileBudget(
                new BigDecimal("0.999"), Duration.ofSeconds(2), new BigDecimal("0.99")));
    assertThat(BudgetText.read("p95 < soon")).isEmpty();
    assertThat(BudgetText.read("p0 < 1s")).isEmpty();
  }

  @Test
  void readsBudgetsAgainstAnotherVersion() {
    // When
    Optional<BudgetRule> budget = BudgetText.read("p95 < 1.2x origin/main at 99%");

    // Then
    assertThat(budget)
        .contains(
            new RatioBudget(
                new BigDecimal("0.95"),
                new BigDecimal("1.2"),
                "origin/main",
                new BigDecimal("0.99")));
    assertThat(BudgetText.read("p95 < 1.2x")).isEmpty();
    assertThat(BudgetText.read("p95 < 0x main")).isEmpty();
    assertThat(BudgetText.read("p95 < 2x --all")).isEmpty();
  }
}
