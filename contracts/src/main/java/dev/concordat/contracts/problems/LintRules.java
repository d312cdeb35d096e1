package dev.concordat.contracts.problems;

import java.util.List;

/// What `concordat lint` says beyond reading, the most important first.
final class LintRules {
  static final List<ProblemRule> ALL = List.of();

  private LintRules() {}
}
