package dev.concordat.contracts.arazzo;

import dev.concordat.model.place.Place;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// One call, or one message that is sent or awaited.
///
/// @param successCriteria all of them must hold
/// @param dependsOn steps that must be completed before, as written
public record Step(
    String id,
    String description,
    StepTarget target,
    List<Parameter> parameters,
    Optional<Payload> payload,
    List<Criterion> successCriteria,
    List<Action> onSuccess,
    List<Action> onFailure,
    List<Output> outputs,
    Optional<Duration> timeout,
    Optional<Value> correlationId,
    List<String> dependsOn,
    Place place) {
  public Step {
    parameters = List.copyOf(parameters);
    successCriteria = List.copyOf(successCriteria);
    onSuccess = List.copyOf(onSuccess);
    onFailure = List.copyOf(onFailure);
    outputs = List.copyOf(outputs);
    dependsOn = List.copyOf(dependsOn);
  }
}
