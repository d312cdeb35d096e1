package dev.concordat.environment.running;

import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.environment.setup.PartSpec;
import java.util.List;

/// Starts the parts of one kind. A new kind of part is one file with a starter, and one line in {@link PartStarters}.
interface PartStarter {
  /// The kind as `concordat.yaml` writes it: `postgres`.
  String kind();

  /// Starts the parts and tells {@link PartStart#isReady} of each; systems that need it wait for that. One call for all
  /// parts of the kind, at the same time as everything else starts.
  ///
  /// @param parts at least one
  void start(List<PartSpec> parts, PartStart start) throws EnvironmentFailure, InterruptedException;

  /// What would make the next start quicker, done when everything runs.
  default void afterwards(PartStart start) throws EnvironmentFailure {}
}
