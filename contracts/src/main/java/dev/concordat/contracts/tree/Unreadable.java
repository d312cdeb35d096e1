package dev.concordat.contracts.tree;

import dev.concordat.model.problem.Problem;
import java.io.Serial;

/// Reading cannot go on; carries the problem to the reader's edge, where it becomes data again.
final class Unreadable extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  private final transient Problem problem;

  Unreadable(Problem problem) {
    super(problem.message(), null, false, false);
    this.problem = problem;
  }

  Problem problem() {
    return problem;
  }
}
