package dev.concordat.engine.timing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.model.timing.BudgetOutcome;
import dev.concordat.model.timing.BudgetResult;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantileBudgetTest {
  private static final Duration LIMIT = Duration.ofMillis(150);

  @ParameterizedTest
  @CsvSource({"0.95,0,59", "0.95,1,93", "0.95,2,124", "0.95,3,153", "0.99,0,299", "0.90,0,29"})
  void needsAsManyRunsAsTheTablesOfClopperAndPearsonSay(String quantile, int over, int runs) {
    // Given
    var budget = new QuantileBudget(new BigDecimal(quantile), LIMIT, new BigDecimal("0.95"));

    // When
    int needed = budget.runsToPass(over);

    // Then
    assertThat(needed).isEqualTo(runs);
  }

  @Test
  void saysHowManyRunsAreMissingInsteadOfPassingTooEarly() {
    // Given
    var budget = new QuantileBudget(new BigDecimal("0.95"), LIMIT, new BigDecimal("0.95"));

    // When
    BudgetResult result = budget.judge("orders.placeOrder", runs(20, 0), Optional.empty());

    // Then
    assertThat(result.outcome()).isEqualTo(BudgetOutcome.NOT_ENOUGH_RUNS);
    assertThat(result.missing()).isEqualTo(39);
  }

  @Test
  void passesWith59RunsWithinTheLimit() {
    // Given
    var budget = new QuantileBudget(new BigDecimal("0.95"), LIMIT, new BigDecimal("0.95"));

    // When
    BudgetResult result = budget.judge("orders.placeOrder", runs(59, 0), Optional.empty());

    // Then
    assertThat(result.outcome()).isEqualTo(BudgetOutcome.PASS);
    assertThat(result.missing()).isZero();
  }

  @Test
  void failsWhenChanceDoesNotExplainTheSlowRuns() {
    // Given
    var budget = new QuantileBudget(new BigDecimal("0.95"), LIMIT, new BigDecimal("0.95"));

    // When
    BudgetResult three = budget.judge("a", runs(10, 3), Optional.empty());
    BudgetResult one = budget.judge("a", runs(10, 1), Optional.empty());

    // Then
    assertThat(three.outcome()).isEqualTo(BudgetOutcome.FAIL);
    assertThat(one.outcome()).isEqualTo(BudgetOutcome.NOT_ENOUGH_RUNS);
  }

  /// A service at the very edge of its budget must be passed and failed no more often than the doubt of 5 % allows.
  @Test
  void isWrongNoMoreOftenThanItsConfidenceAllows() {
    // Given
    var budget = new QuantileBudget(new BigDecimal("0.95"), LIMIT, new BigDecimal("0.95"));
    var random = new Random(42);
    int passed = 0;
    int failed = 0;
    int tries = 20_000;

    // When
    for (int i = 0; i < tries; i++) {
      int over = 0;
      for (int run = 0; run < 100; run++) {
        over += random.nextDouble() < 0.05 ? 1 : 0;
      }
      BudgetOutcome outcome = budget.outcome(100, over);
      passed += outcome == BudgetOutcome.PASS ? 1 : 0;
      failed += outcome == BudgetOutcome.FAIL ? 1 : 0;
    }

    // Then
    assertThat(passed).isLessThan(tries * 55 / 1000);
    assertThat(failed).isLessThan(tries * 55 / 1000);
  }

  private static List<Duration> runs(int count, int over) {
    List<Duration> runs = new ArrayList<>(Collections.nCopies(count - over, LIMIT));
    runs.addAll(Collections.nCopies(over, LIMIT.plusMillis(1)));
    return runs;
  }
}
