package dev.concordat.contracts.arazzo;

import dev.concordat.contracts.tree.Node;
import dev.concordat.model.place.Place;
import java.util.List;
import java.util.Optional;

/// Steps towards a goal.
///
/// @param inputs the JSON Schema (2020-12) of what it is given
/// @param dependsOn workflows that must be completed before
/// @param parameters given to every step that does not give its own
public record Workflow(
    String id,
    String summary,
    String description,
    Optional<Node> inputs,
    List<String> dependsOn,
    List<Step> steps,
    List<Parameter> parameters,
    List<Action> successActions,
    List<Action> failureActions,
    List<Output> outputs,
    Place place) {
  public Workflow {
    dependsOn = List.copyOf(dependsOn);
    steps = List.copyOf(steps);
    parameters = List.copyOf(parameters);
    successActions = List.copyOf(successActions);
    failureActions = List.copyOf(failureActions);
    outputs = List.copyOf(outputs);
  }
}
