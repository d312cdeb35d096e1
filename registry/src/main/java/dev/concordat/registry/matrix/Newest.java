package dev.concordat.registry.matrix;

import dev.concordat.registry.selector.VersionFinder;
import dev.concordat.registry.selector.VersionSelector;
import java.util.Collection;
import org.jdbi.v3.core.Handle;

/// Whether a selector chooses anything.
final class Newest {
  private Newest() {}

  static boolean exists(Handle handle, Collection<Long> systemIds, VersionSelector versions) {
    return !new VersionFinder(handle).find(systemIds, versions).isEmpty();
  }
}
