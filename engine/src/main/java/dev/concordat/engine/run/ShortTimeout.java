package dev.concordat.engine.run;

import dev.concordat.engine.resilience.Wrong;
import dev.concordat.engine.timing.QuantileBudget;
import dev.concordat.model.finding.Comparison;
import dev.concordat.model.finding.TimingRules;
import dev.concordat.model.profile.Profile;
import dev.concordat.model.profile.Reading;
import dev.concordat.model.profile.Trait;
import dev.concordat.model.timing.BudgetOutcome;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/// A consumer's measured timeout against how long the provider's ordinary answers take: it is too short when it is sure
/// that more than one answer in a hundred is cut off.
final class ShortTimeout {
  private static final BigDecimal ANSWERED = new BigDecimal("0.99");

  private ShortTimeout() {}

  static Optional<Wrong> of(Profile profile, SeenAnswers answers) {
    if (!(profile.reading(Trait.READ_TIMEOUT).orElse(null) instanceof Reading.Time(Duration it))
        || !it.isPositive()) {
      return Optional.empty();
    }
    int count = answers.count(profile.link(), profile.operation());
    int over = answers.over(profile.link(), profile.operation(), it);
    var budget = new QuantileBudget(ANSWERED, it, QuantileBudget.USUAL_CONFIDENCE);
    if (over == 0 || budget.outcome(count, over) != BudgetOutcome.FAIL) {
      return Optional.empty();
    }
    String seen = over + " of " + count + " ordinary answers took longer";
    return Optional.of(
        new Wrong(
            TimingRules.TIMEOUT_TOO_SHORT,
            false,
            "",
            profile.link().consumer()
                + " gives up "
                + profile.operation()
                + " after "
                + Reading.text(it)
                + ", and "
                + seen,
            new Comparison("99 % of the answers within the timeout", seen),
            Optional.empty()));
  }
}
