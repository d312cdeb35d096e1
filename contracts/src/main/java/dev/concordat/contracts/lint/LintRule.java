package dev.concordat.contracts.lint;

import dev.concordat.model.problem.Problem;
import java.util.function.Consumer;

/// Looks for one kind of mistake. A rule speaks only where it is sure.
interface LintRule {
  void check(Subject subject, Consumer<Problem> found);
}
