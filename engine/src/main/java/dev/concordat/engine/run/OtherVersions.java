package dev.concordat.engine.run;

import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.environment.running.Environment;

/// Starts the workspace as it is in another version, beside the one under test.
@FunctionalInterface
public interface OtherVersions {
  /// There are none.
  OtherVersions NONE =
      version -> {
        throw EnvironmentFailure.of(version, "is not here to be compared with", "");
      };

  /// The caller closes what it gets.
  ///
  /// @param version as git names it
  Environment start(String version) throws EnvironmentFailure, InterruptedException;
}
