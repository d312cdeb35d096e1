package dev.concordat.model.comparison;

import dev.concordat.model.problem.Problem;
import java.util.List;

/// What came of comparing two contracts.
///
/// @param left the old contract, or the consumer's
/// @param right the new contract, or the provider's
/// @param differences worst first, then in the order of the documents
/// @param problems what is wrong with either document; what a broken sentence would say was not compared
public record ContractComparison(
    Subject left,
    Subject right,
    List<Difference> differences,
    Tally tally,
    List<Problem> problems) {
  public ContractComparison {
    differences = List.copyOf(differences);
    problems = List.copyOf(problems);
  }

  /// Whether nothing that was found speaks against putting the two together.
  public boolean holds() {
    return differences.stream().noneMatch(difference -> difference.impact().isFinding());
  }
}
