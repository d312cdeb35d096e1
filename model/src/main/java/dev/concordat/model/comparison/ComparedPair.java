package dev.concordat.model.comparison;

import java.util.List;
import java.util.Optional;

/// Two contracts that were compared, and what policies and people make of their differences.
///
/// @param comparison what was found
/// @param leftPrefix what stands before the files of the left contract: a revision, `main:`; empty for files that lie here
/// @param rightPrefix the same for the right contract
/// @param differences the comparison's own, in its order
/// @param version what the new version should be, where that was asked for
public record ComparedPair(
    ContractComparison comparison,
    String leftPrefix,
    String rightPrefix,
    List<Judged> differences,
    Optional<VersionAdvice> version) {
  public ComparedPair {
    differences = List.copyOf(differences);
  }

  /// A comparison of files that lie here, of which nobody has spoken.
  public static ComparedPair of(ContractComparison comparison) {
    return new ComparedPair(
        comparison,
        "",
        "",
        comparison.differences().stream().map(Judged::of).toList(),
        Optional.empty());
  }

  /// Whether nothing counts against putting the two together.
  public boolean holds() {
    return differences.stream().noneMatch(Judged::counts);
  }
}
