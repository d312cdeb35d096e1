package dev.concordat.environment.setup.detect;

import dev.concordat.environment.setup.builds.BuildUnit;
import dev.concordat.environment.setup.compose.ComposeService;
import dev.concordat.model.place.Place;
import java.nio.file.Path;
import java.util.Optional;

/// Something that is a system, before it is known how it is wired.
record Candidate(
    String name,
    Path folder,
    Optional<BuildUnit> unit,
    Optional<ComposeService> service,
    Place place) {
  /// The folder in which its process runs: that of its build file.
  Path runFolder() {
    return unit.map(BuildUnit::folder).orElse(folder);
  }

  boolean isCalled(String host) {
    return name.equals(host) || service.filter(one -> one.isCalled(host)).isPresent();
  }
}
