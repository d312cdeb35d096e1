package dev.concordat.compare.history;

import dev.concordat.compare.Comparer;
import dev.concordat.compare.format.Policies;
import dev.concordat.contracts.Contract;
import java.util.ArrayList;
import java.util.List;

/// The versions of one contract, oldest first. What is kept in topics and files was written by any of them.
///
/// @param versions of one kind: Avro, JSON Schema, AsyncAPI, Protocol Buffers
public record History(List<Contract> versions) {
  public History {
    versions = List.copyOf(versions);
  }

  /// The newest version against its predecessor, or against all before it, the nearest first: what a registry asks before
  /// it takes a version. Empty for a first version.
  public List<VersionPair> newest(CompatibilityLevel level, Policies policies) {
    return versions.isEmpty() ? List.of() : of(versions.size() - 1, level, policies);
  }

  /// Every version against its predecessor, or against all before it, oldest first: whether the promise was ever broken.
  public List<VersionPair> all(CompatibilityLevel level, Policies policies) {
    var pairs = new ArrayList<VersionPair>();
    for (int newer = 1; newer < versions.size(); newer++) {
      pairs.addAll(of(newer, level, policies));
    }
    return List.copyOf(pairs);
  }

  private List<VersionPair> of(int newer, CompatibilityLevel level, Policies policies) {
    var comparer = new Comparer(policies.withStored(level.stored()));
    var pairs = new ArrayList<VersionPair>();
    int oldest = level.isTransitive() ? 0 : Math.max(0, newer - 1);
    for (int older = newer - 1; older >= oldest; older--) {
      Contract before = versions.get(older);
      Contract after = versions.get(newer);
      pairs.add(new VersionPair(older, newer, before, after, comparer.diff(before, after)));
    }
    return List.copyOf(pairs);
  }
}
