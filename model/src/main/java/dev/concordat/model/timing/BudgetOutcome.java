package dev.concordat.model.timing;

/// What runs say of a budget.
public enum BudgetOutcome {
  /// With the asked confidence the share of slow runs is within the budget.
  PASS,
  /// With the asked confidence the share of slow runs is larger than the budget allows.
  FAIL,
  /// Neither can be said from so few runs.
  NOT_ENOUGH_RUNS
}
