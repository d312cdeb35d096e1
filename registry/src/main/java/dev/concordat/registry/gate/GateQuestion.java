package dev.concordat.registry.gate;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// May these versions go there together?
///
/// @param versions one or more, of different systems; more than one are judged as if they went at once
/// @param target where they go
/// @param exemptions what is left out
public record GateQuestion(
    List<SystemVersion> versions, Target target, List<Exemption> exemptions) {
  /// More versions at once than any team deploys.
  public static final int MAX_VERSIONS = 1000;

  public GateQuestion {
    versions = List.copyOf(versions);
    exemptions = List.copyOf(exemptions);
    if (versions.isEmpty() || versions.size() > MAX_VERSIONS) {
      throw new IllegalArgumentException("between 1 and " + MAX_VERSIONS + " versions are asked");
    }
    Set<String> systems = new HashSet<>();
    for (SystemVersion version : versions) {
      if (!systems.add(version.system())) {
        throw new IllegalArgumentException(
            "two versions of " + version.system() + " cannot go at once");
      }
    }
  }
}
