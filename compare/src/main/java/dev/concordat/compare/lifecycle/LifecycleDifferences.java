package dev.concordat.compare.lifecycle;

import dev.concordat.model.comparison.Alias;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.Position;
import dev.concordat.model.finding.AgreeRules;
import java.util.List;

/// Changes of promises as they are told.
final class LifecycleDifferences {
  private LifecycleDifferences() {}

  /// @param noun what it is that the promise is about: `the parameter 'limit'`
  static Difference of(
      LifecycleChange change, Position position, String pointer, String noun, List<Alias> aliases) {
    Impact impact = change.kind().impact();
    return new Difference(
        impact == Impact.POLICY ? AgreeRules.LIFECYCLE_BROKEN : AgreeRules.CHANGED_SAFELY,
        impact,
        new Evidence.Stated(),
        position,
        pointer,
        noun + ": " + change.message(),
        change.before(),
        change.after(),
        aliases,
        List.of());
  }
}
