package dev.concordat.registry.migration;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What came of a migration.
///
/// @param copied how many of each kind are new in the registry
/// @param known how many of each kind were there already
/// @param problems what could not be copied, or not all of it, each with its reason
public record Migrated(
    Map<String, Integer> copied, Map<String, Integer> known, List<String> problems) {
  public Migrated {
    copied = Collections.unmodifiableSortedMap(new TreeMap<>(copied));
    known = Collections.unmodifiableSortedMap(new TreeMap<>(known));
    problems = List.copyOf(problems);
  }
}
