package dev.concordat.report.comparison;

import dev.concordat.model.comparison.Affected;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Evidence;

/// How a difference is looked at again.
final class Replays {
  private Replays() {}

  /// Whether there is a message that both sides can be shown again.
  static boolean isReplayable(Difference difference) {
    return difference.evidence() instanceof Evidence.Witnessed
        || difference.affected().stream().map(Affected::witness).anyMatch(w -> w.isPresent());
  }

  static String command(Difference difference) {
    return "concordat replay " + difference.id();
  }
}
