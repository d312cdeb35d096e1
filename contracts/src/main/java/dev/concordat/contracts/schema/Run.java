package dev.concordat.contracts.schema;

import java.io.Serial;

/// One validation: its settings and its budget.
final class Run {
  /// Schemas that may be applied in one validation: about a second of work. Schemas that double their work with every
  /// level end here.
  private static final int MAX_STEPS = 5_000_000;

  final Direction direction;
  private int steps;

  Run(Direction direction) {
    this.direction = direction;
  }

  void step() {
    if (++steps > MAX_STEPS) {
      throw new TooCostly();
    }
  }

  /// The budget is used up; caught where the validation began.
  static final class TooCostly extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    TooCostly() {
      super(
          "the schema takes more than " + MAX_STEPS + " steps for this value", null, false, false);
    }
  }
}
