package dev.concordat.model.finding;

import java.util.List;

/// The rules of the proof *timing*: budgets, judged with exact statistics.
public final class TimingRules {
  public static final Rule OVER_BUDGET =
      rule(
          "over-budget",
          "An operation is slower than its budget allows",
          "So many runs were over the limit that, with the stated confidence, the true"
              + " share of slow answers is larger than the budget allows. A few slow runs alone"
              + " never lead to this.",
          "Look at the durations of the exchanges behind the slow runs: the slowest hop"
              + " that does not wait for another is the place to start.");

  public static final Rule SLOWER_THAN_VERSION =
      rule(
          "slower-than-version",
          "An operation is slower than in another version by more than its budget allows",
          "Both versions ran side by side and were asked in turn. With the stated confidence, and"
              + " whatever the distribution of the answers is, the quantile is more times as long"
              + " as in the other version than the budget allows.",
          "Look at what changed between the two versions on the way of this operation; run both"
              + " with a profiler.");

  public static final Rule TIMEOUT_TOO_SHORT =
      rule(
          "timeout-too-short",
          "A timeout is shorter than many ordinary answers",
          "The consumer gives up calls that the provider would have answered in its usual"
              + " time: such calls fail although nothing is wrong, and their repetitions add"
              + " load.",
          "Raise the timeout above the provider's slow answers, or make the provider"
              + " faster; agree on a budget and derive the timeout from it.");

  static final List<Rule> ALL = List.of(OVER_BUDGET, SLOWER_THAN_VERSION, TIMEOUT_TOO_SHORT);

  private TimingRules() {}

  private static Rule rule(String name, String title, String meaning, String fix) {
    return new Rule("timing/" + name, Proof.TIMING, title, meaning, fix);
  }
}
