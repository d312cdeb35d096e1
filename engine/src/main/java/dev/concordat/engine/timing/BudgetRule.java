package dev.concordat.engine.timing;

/// What a budget asks for: a limit of its own, or not to be much slower than another version.
public sealed interface BudgetRule permits QuantileBudget, RatioBudget {
  /// As it is written: `p95 < 150ms`, `p95 < 1.2x main`.
  String text();
}
