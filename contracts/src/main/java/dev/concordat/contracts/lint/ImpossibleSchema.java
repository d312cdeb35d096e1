package dev.concordat.contracts.lint;

import dev.concordat.contracts.schema.SchemaView;
import dev.concordat.model.problem.Problem;
import java.util.function.Consumer;

/// A schema that no value satisfies, with the two sentences that exclude each other.
final class ImpossibleSchema implements LintRule {
  @Override
  public void check(Subject subject, Consumer<Problem> found) {
    for (SchemaView view : subject.schemas()) {
      Clash.in(view)
          .ifPresent(
              clash ->
                  found.accept(
                      Problem.error(
                          "lint/impossible-schema",
                          clash.place(),
                          "no value satisfies this schema: " + clash.why(),
                          "change one of the two sentences; nothing can be sent here")));
    }
  }
}
