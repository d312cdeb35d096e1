package dev.concordat.model.comparison;

import java.util.List;
import java.util.Optional;

/// Two contracts that were compared, and what policies and people make of their differences.
///
/// @param comparison what was found
/// @param left where the left contract was read
/// @param right where the right contract was read
/// @param differences the comparison's own, in its order
/// @param version what the new version should be, where that was asked for
public record ComparedPair(
    ContractComparison comparison,
    Origin left,
    Origin right,
    List<Judged> differences,
    Optional<VersionAdvice> version) {
  public ComparedPair {
    differences = List.copyOf(differences);
  }

  /// A comparison of files that lie here, of which nobody has spoken.
  public static ComparedPair of(ContractComparison comparison) {
    return new ComparedPair(
        comparison,
        Origin.HERE,
        Origin.HERE,
        comparison.differences().stream().map(Judged::of).toList(),
        Optional.empty());
  }

  /// The same with other judgements.
  public ComparedPair withDifferences(List<Judged> judged) {
    return new ComparedPair(comparison, left, right, judged, version);
  }

  /// Whether nothing counts against putting the two together.
  public boolean holds() {
    return differences.stream().noneMatch(Judged::counts);
  }
}
