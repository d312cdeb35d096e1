package dev.concordat.registry.gate;

import java.util.Optional;

/// One side of a pair.
///
/// @param owner the team that is told
/// @param isAsked whether the question is about this version, or it is there already
public record Side(SystemVersion version, Optional<String> owner, boolean isAsked) {
  @Override
  public String toString() {
    return version.toString();
  }
}
