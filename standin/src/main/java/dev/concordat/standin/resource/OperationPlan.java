package dev.concordat.standin.resource;

import dev.concordat.contracts.http.HttpOperation;
import java.util.List;
import java.util.Optional;

/// What an operation does, as inferred.
///
/// @param resource absent for {@link Role#OTHER}
/// @param idParameter the path parameter that names the one, as this operation calls it
/// @param anchors what must exist beside it, the outermost first
/// @param listPath the members that lead to the list in a response of {@link Role#LIST}; empty for a bare list
public record OperationPlan(
    HttpOperation operation,
    Role role,
    Optional<Resource> resource,
    Optional<String> idParameter,
    List<Anchor> anchors,
    List<String> listPath,
    ListParameters listParameters) {
  public OperationPlan {
    anchors = List.copyOf(anchors);
    listPath = List.copyOf(listPath);
  }
}
