package dev.concordat.environment.running;

import dev.concordat.environment.setup.SystemSpec;
import dev.concordat.model.owner.Owner;
import java.nio.file.Path;
import java.util.Optional;

/// A system for which a stand-in speaks.
///
/// @param spec absent for a system that the setup does not have
/// @param contract what the stand-in answers by
/// @param reason why the system itself does not
record Spoken(
    String name,
    Optional<SystemSpec> spec,
    Path contract,
    StandInOpener.Opened standIn,
    String reason) {
  Owner owner() {
    return spec.map(SystemSpec::owner)
        .orElseGet(() -> Owner.unowned(name + " is not a system of this workspace"));
  }
}
