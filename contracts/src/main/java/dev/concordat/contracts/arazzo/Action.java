package dev.concordat.contracts.arazzo;

import dev.concordat.model.place.Place;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What to do after a step.
///
/// @param retryAfter the time before another attempt
/// @param retryLimit how many attempts there may be; one where it is not said
/// @param criteria all of them must hold
public record Action(
    String name,
    Type type,
    Optional<String> workflowId,
    Optional<String> stepId,
    Optional<Duration> retryAfter,
    Optional<Integer> retryLimit,
    List<Parameter> parameters,
    List<Criterion> criteria,
    Place place) {
  /// What is done.
  public enum Type {
    END,
    GOTO,
    RETRY
  }

  public Action {
    parameters = List.copyOf(parameters);
    criteria = List.copyOf(criteria);
  }
}
