package dev.concordat.engine.timing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.model.timing.BudgetOutcome;
import dev.concordat.model.timing.ComparedBudget;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RatioBudgetTest {
  private static final long SEED = 7;
  private static final RatioBudget BUDGET =
      new RatioBudget(
          new BigDecimal("0.95"), new BigDecimal("1.2"), "main", new BigDecimal("0.95"));

  private final Random random = new Random(SEED);

  @Test
  void passesWhatIsAsFastFailsWhatIsMuchSlowerAndSaysByHowMuch() {
    // When
    ComparedBudget same = judge(series(279, 1, 0.05), series(279, 1, 0.05));
    ComparedBudget slower = judge(series(279, 1.6, 0.3), series(279, 1, 0.3));

    // Then
    assertThat(same.outcome()).isEqualTo(BudgetOutcome.PASS);
    assertThat(same.most().orElseThrow()).isLessThanOrEqualTo(new BigDecimal("1.2"));
    assertThat(slower.outcome()).isEqualTo(BudgetOutcome.FAIL);
    assertThat(slower.least().orElseThrow())
        .isBetween(new BigDecimal("1.2"), new BigDecimal("1.6"));
    assertThat(slower.missing()).isZero();
  }

  @Test
  void saysThatThereAreNotEnoughRunsWhenBothMayBe() {
    // When
    ComparedBudget result = judge(series(40, 1, 0.05), series(40, 1, 0.05));

    // Then
    assertThat(result.outcome()).isEqualTo(BudgetOutcome.NOT_ENOUGH_RUNS);
    assertThat(result.missing()).isPositive();
    assertThat(result.most()).isEmpty();
  }

  @Test
  void needsAsManyRunsAsTwoSeriesThatDoNotMeetNeed() {
    // Given
    Duration fast = Duration.ofMillis(10);

    // When
    BudgetOutcome few = judge(equal(92, fast), equal(92, fast.multipliedBy(3))).outcome();
    BudgetOutcome enough = judge(equal(93, fast), equal(93, fast.multipliedBy(3))).outcome();

    // Then
    assertThat(few).isEqualTo(BudgetOutcome.NOT_ENOUGH_RUNS);
    assertThat(enough).isEqualTo(BudgetOutcome.PASS);
    assertThat(BUDGET.runs()).isEqualTo(3 * 93);
  }

  /// With the true ratio exactly at the limit every verdict is wrong; of 400 at most one in twenty may be.
  @Test
  void isSeldomWrongWhereTheTruthIsExactlyAtTheLimit() {
    // Given
    Map<BudgetOutcome, Integer> seen = new EnumMap<>(BudgetOutcome.class);

    // When
    for (int i = 0; i < 400; i++) {
      seen.merge(judge(series(200, 1.2, 0.5), series(200, 1, 0.5)).outcome(), 1, Integer::sum);
    }

    // Then
    assertThat(seen.getOrDefault(BudgetOutcome.PASS, 0)).as("seed " + SEED).isLessThan(20);
    assertThat(seen.getOrDefault(BudgetOutcome.FAIL, 0)).as("seed " + SEED).isLessThan(20);
  }

  /// A machine that is busy for a while slows down both versions, since they are asked in turn.
  @Test
  void isNotMisledByAWhileInWhichBothAreSlow() {
    // Given
    List<Duration> here =
        Stream.concat(series(150, 1, 0.1).stream(), series(150, 8, 0.1).stream()).toList();
    List<Duration> there =
        Stream.concat(series(150, 1, 0.1).stream(), series(150, 8, 0.1).stream()).toList();

    // When
    ComparedBudget result = judge(here, there);

    // Then
    assertThat(result.outcome()).isEqualTo(BudgetOutcome.PASS);
  }

  private static ComparedBudget judge(List<Duration> here, List<Duration> there) {
    return BUDGET.judge("orders.placeOrder", here, there, Optional.empty());
  }

  private static List<Duration> equal(int count, Duration each) {
    return Stream.generate(() -> each).limit(count).toList();
  }

  /// Durations around 10 ms with a long tail (log-normal).
  private List<Duration> series(int count, double factor, double spread) {
    return Stream.generate(
            () ->
                Duration.ofNanos((long) (factor * 10e6 * Math.exp(spread * random.nextGaussian()))))
        .limit(count)
        .toList();
  }
}
