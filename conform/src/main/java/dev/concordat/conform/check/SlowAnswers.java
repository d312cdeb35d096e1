package dev.concordat.conform.check;

import dev.concordat.conform.experiment.Suspicion;
import dev.concordat.conform.talk.Answer;
import dev.concordat.conform.talk.Exchange;
import dev.concordat.model.conform.Certainty;
import dev.concordat.model.finding.Comparison;
import dev.concordat.model.finding.ConformHttpRules;
import java.time.Duration;
import java.util.List;

/// An answer took longer than the budget.
final class SlowAnswers implements Check {
  private final Duration limit;

  /// @param limit zero for none
  SlowAnswers(Duration limit) {
    this.limit = limit;
  }

  @Override
  public List<Suspicion> check(Exchange exchange) {
    boolean isSlow =
        !limit.isZero()
            && exchange.answer() instanceof Answer.Got got
            && got.took().compareTo(limit) > 0;
    return isSlow
        ? List.of(
            Suspicion.of(
                    ConformHttpRules.SLOW_ANSWER,
                    Certainty.HTTP,
                    exchange,
                    "time",
                    "slow",
                    Wording.sent(exchange) + " took longer than " + limit.toMillis() + " ms",
                    "Every answer must come within " + limit.toMillis() + " ms (--slower-than).")
                .with(
                    new Comparison(
                        "at most " + limit.toMillis() + " ms",
                        ((Answer.Got) exchange.answer()).took().toMillis() + " ms")))
        : List.of();
  }
}
