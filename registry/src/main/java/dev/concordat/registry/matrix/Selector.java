package dev.concordat.registry.matrix;

import dev.concordat.registry.selector.VersionSelector;
import java.util.Optional;

/// Versions of a system, as they were asked.
///
/// @param system empty where nobody wrote it, which is refused
public record Selector(Optional<String> system, VersionSelector versions) {
  /// All versions of a system.
  public static Selector all(String system) {
    return new Selector(Optional.of(system), VersionSelector.ALL);
  }
}
