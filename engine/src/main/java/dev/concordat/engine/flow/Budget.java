package dev.concordat.engine.flow;

import dev.concordat.engine.timing.BudgetRule;
import dev.concordat.engine.timing.QuantileBudget;
import dev.concordat.model.finding.Sentence;
import java.time.Duration;
import java.util.Optional;

/// How long a step may take: `place: p95 < 150ms`. A single run is held to the limit and, when over it, run again before
/// anything is said (two slow runs of two are already unlikely within p95); the proof *timing* makes as many runs as a
/// verdict takes.
///
/// @param step a step's id
/// @param runs how many runs the flow asks for; 0 for as many as it takes
public record Budget(String step, int runs, BudgetRule rule, Sentence sentence) {
  /// What a single answer is held to; nothing where it is compared with another version.
  public Optional<Duration> limit() {
    return rule instanceof QuantileBudget budget ? Optional.of(budget.limit()) : Optional.empty();
  }
}
