package dev.concordat.contracts.lint;

import dev.concordat.contracts.schema.SchemaView;
import dev.concordat.model.problem.DidYouMean;
import dev.concordat.model.problem.Problem;
import java.util.ArrayList;
import java.util.function.Consumer;

/// `required` names a property that is not described, beside one of nearly that name, which stays optional.
final class OptionalLooksLikeTypo implements LintRule {
  @Override
  public void check(Subject subject, Consumer<Problem> found) {
    for (SchemaView view : subject.schemas()) {
      var optional = new ArrayList<>(view.properties().keySet());
      optional.removeAll(view.required());
      for (String name : view.required()) {
        if (!view.properties().containsKey(name)) {
          DidYouMean.closest(name, optional)
              .ifPresent(guess -> found.accept(problem(view, name, guess)));
        }
      }
    }
  }

  private static Problem problem(SchemaView view, String name, String guess) {
    return Problem.warning(
        "lint/optional-looks-like-typo",
        view.placeOf("required").orElse(view.schema().place()),
        "'"
            + name
            + "' is required and not described, while '"
            + guess
            + "' is described and optional",
        "did you mean `" + guess + "`?");
  }
}
