package dev.concordat.registry.gate;

import dev.concordat.registry.gate.Rows.Need;
import dev.concordat.registry.gate.Rows.SystemRow;
import dev.concordat.registry.gate.Rows.VersionRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What will be at the target: the versions that are asked instead of those of the same systems that are there, and beside
/// them whatever of their counterparts is there.
///
/// @param asked the versions of the question that are known
/// @param unsettled systems of which an unknown version was asked; what of them will be there cannot be said
/// @param present the versions at the target now, of the asked systems and of all their counterparts
/// @param needs what all these versions need of their providers
/// @param systems all that are named
record World(
    List<VersionRow> asked,
    Set<Long> unsettled,
    List<VersionRow> present,
    Map<Long, List<Need>> needs,
    Map<Long, SystemRow> systems) {

  /// Reads it.
  static World read(
      GateStore store,
      List<VersionRow> asked,
      Set<Long> unsettled,
      Target target,
      long environmentId) {
    Set<Long> askedSystems = new HashSet<>();
    asked.forEach(version -> askedSystems.add(version.systemId()));
    Map<Long, List<Need>> needs = byVersion(store.needs(ids(asked)));
    Set<Long> counterparts = new HashSet<>(store.consumers(askedSystems));
    needs.values().forEach(list -> list.forEach(need -> counterparts.add(need.providerId())));
    counterparts.addAll(askedSystems);
    List<VersionRow> present =
        switch (target) {
          case Target.Environment _ -> store.inEnvironment(environmentId, counterparts);
          case Target.Branch branch -> store.heads(branch.name(), counterparts);
        };
    Map<Long, List<Need>> all = new HashMap<>(byVersion(store.needs(ids(present))));
    all.putAll(needs);
    Set<Long> named = new HashSet<>(counterparts);
    all.values().forEach(list -> list.forEach(need -> named.add(need.providerId())));
    return new World(asked, unsettled, present, all, store.systemsById(named));
  }

  boolean isAsked(long systemId) {
    return asked.stream().anyMatch(version -> version.systemId() == systemId);
  }

  /// The versions of a system that will be there.
  List<VersionRow> comingOf(long systemId) {
    List<VersionRow> coming =
        asked.stream().filter(version -> version.systemId() == systemId).toList();
    return coming.isEmpty() ? presentOf(systemId) : coming;
  }

  /// The versions of a system that are there now.
  List<VersionRow> presentOf(long systemId) {
    return present.stream().filter(version -> version.systemId() == systemId).toList();
  }

  List<Need> needsOf(VersionRow version) {
    return needs.getOrDefault(version.id(), List.of());
  }

  /// All versions that will be there and may have to do with an asked one, the asked ones first.
  List<VersionRow> coming() {
    List<VersionRow> coming = new ArrayList<>(asked);
    present.stream()
        .filter(version -> !isAsked(version.systemId()))
        .filter(version -> !unsettled.contains(version.systemId()))
        .forEach(coming::add);
    return coming;
  }

  String name(long systemId) {
    return system(systemId).name();
  }

  SystemRow system(long systemId) {
    SystemRow system = systems.get(systemId);
    if (system == null) {
      throw new IllegalStateException("a version of a system that was not read: " + systemId);
    }
    return system;
  }

  SystemVersion named(VersionRow version) {
    return new SystemVersion(name(version.systemId()), version.number());
  }

  Side side(VersionRow version) {
    return new Side(
        named(version), system(version.systemId()).owner(), isAsked(version.systemId()));
  }

  private static List<Long> ids(Collection<VersionRow> versions) {
    return versions.stream().map(VersionRow::id).toList();
  }

  private static Map<Long, List<Need>> byVersion(List<Need> needs) {
    Map<Long, List<Need>> map = new HashMap<>();
    for (Need need : needs) {
      map.computeIfAbsent(need.versionId(), _ -> new ArrayList<>()).add(need);
    }
    return map;
  }
}
