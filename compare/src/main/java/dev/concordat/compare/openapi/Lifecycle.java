package dev.concordat.compare.openapi;

import dev.concordat.compare.format.Policies;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Impact;
import java.util.List;
import java.util.Optional;

/// What contracts promise about their own life, and what people make of it: deprecation, sunset, stability, versions.
public interface Lifecycle {
  /// Nothing is promised.
  Lifecycle NONE =
      new Lifecycle() {
        @Override
        public Optional<Agreement> agreed(HttpChange change, Impact impact, Policies policies) {
          return Optional.empty();
        }

        @Override
        public List<Difference> promises(
            OpenApiContract before,
            OpenApiContract after,
            List<HttpChange> changes,
            List<Endpoint> endpoints,
            boolean isBreaking,
            Policies policies) {
          return List.of();
        }
      };

  /// What a promise makes of a change.
  ///
  /// @param because what was promised, in words that can follow a colon; may be empty
  record Agreement(Impact impact, String because) {}

  /// The impact of a change that was announced as the contract promised, whose stability promised nothing, or that was
  /// promised not to come yet.
  ///
  /// @param impact what it does to messages
  /// @return empty where no promise speaks of it
  Optional<Agreement> agreed(HttpChange change, Impact impact, Policies policies);

  /// Promises that are not kept, and new ones worth knowing.
  ///
  /// @param changes all that was found, edits of schemas that only speak of their life included
  /// @param endpoints all of both contracts: those of both, those that came, those that are gone
  /// @param isBreaking whether anything that was found breaks
  List<Difference> promises(
      OpenApiContract before,
      OpenApiContract after,
      List<HttpChange> changes,
      List<Endpoint> endpoints,
      boolean isBreaking,
      Policies policies);
}
