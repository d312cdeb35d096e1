package dev.concordat.registry.gate;

import java.time.LocalDate;
import java.util.Optional;

/// A counterpart that is left out of a decision, because somebody answers for it until a day.
///
/// @param system whose pairs are left out
/// @param version only this one of it; empty for all
/// @param owner who answers for it
/// @param until the last day on which it counts, in the time zone of the registry's clock
public record Exemption(String system, Optional<String> version, String owner, LocalDate until) {
  public Exemption {
    if (system.isBlank() || owner.isBlank()) {
      throw new IllegalArgumentException("an exemption names a system and who answers for it");
    }
  }

  boolean isAbout(SystemVersion side) {
    return system.equals(side.system()) && version.map(side.version()::equals).orElse(true);
  }

  @Override
  public String toString() {
    return system + version.map(number -> "@" + number).orElse("");
  }
}
