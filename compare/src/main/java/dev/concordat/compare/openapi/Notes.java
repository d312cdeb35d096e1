package dev.concordat.compare.openapi;

import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.model.comparison.Difference;
import java.util.List;

/// What changed in the documents and no message shows.
@FunctionalInterface
public interface Notes {
  /// Nothing is told.
  Notes NONE = (before, after, endpoints, changes) -> List.of();

  /// Differences that do no harm to messages.
  ///
  /// @param endpoints all of both contracts
  /// @param changes all that is told already
  List<Difference> of(
      OpenApiContract before,
      OpenApiContract after,
      List<Endpoint> endpoints,
      List<HttpChange> changes);
}
