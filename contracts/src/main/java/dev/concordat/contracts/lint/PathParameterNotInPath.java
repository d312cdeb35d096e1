package dev.concordat.contracts.lint;

import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.Parameter;
import dev.concordat.contracts.http.ParameterLocation;
import dev.concordat.model.problem.DidYouMean;
import dev.concordat.model.problem.Problem;
import java.util.List;
import java.util.function.Consumer;

/// A parameter is declared for the path, and the path has no place for it.
final class PathParameterNotInPath implements LintRule {
  @Override
  public void check(Subject subject, Consumer<Problem> found) {
    for (HttpOperation operation : subject.operations()) {
      List<String> names = operation.path().parameterNames();
      for (Parameter parameter : operation.parameters(ParameterLocation.PATH)) {
        if (!names.contains(parameter.name())) {
          found.accept(
              Problem.warning(
                  "lint/path-parameter-not-in-path",
                  parameter.place(),
                  "the path " + operation.path().text() + " has no {" + parameter.name() + "}",
                  DidYouMean.fix(
                      names, parameter.name(), "put it in braces into the path, or remove it")));
        }
      }
    }
  }
}
