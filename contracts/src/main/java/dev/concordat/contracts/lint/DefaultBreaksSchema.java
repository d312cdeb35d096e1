package dev.concordat.contracts.lint;

import dev.concordat.contracts.schema.SchemaView;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.problem.Problem;
import java.util.function.Consumer;

/// The value that is assumed where none is sent could not be sent.
final class DefaultBreaksSchema implements LintRule {
  @Override
  public void check(Subject subject, Consumer<Problem> found) {
    for (SchemaView view : subject.schemas()) {
      view.defaultValue()
          .filter(value -> value != JsonNull.NULL)
          .flatMap(value -> view.schema().validate(value).stream().findFirst())
          .ifPresent(
              violation ->
                  found.accept(
                      Problem.warning(
                          "lint/default-breaks-schema",
                          view.placeOf("default").orElse(view.schema().place()),
                          "the default breaks its own schema: " + violation.message(),
                          "mend the default or the schema")));
    }
  }
}
