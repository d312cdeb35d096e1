package dev.concordat.registry.contract;

import dev.concordat.registry.store.SystemRow;
import dev.concordat.registry.store.Systems;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// Finds out a system's main branch: the first branch or tag that has one of the usual names, unless somebody said so.
public final class MainBranch {
  /// What main branches are usually called.
  public static final Set<String> USUAL = Set.of("develop", "main", "master");

  private MainBranch() {}

  /// Takes note of the name of a branch or tag.
  public static void mentioned(Handle handle, SystemRow system, String name, Instant now) {
    if (USUAL.contains(name) && system.mainBranch().isEmpty()) {
      new Systems(handle)
          .update(
              new SystemRow(
                  system.id(),
                  system.name(),
                  system.displayName(),
                  system.repositoryUrl(),
                  system.repositoryName(),
                  system.repositoryNamespace(),
                  Optional.of(name),
                  system.owner(),
                  system.createdAt(),
                  system.updatedAt()),
              now);
    }
  }
}
