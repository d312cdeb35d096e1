package dev.concordat.compare.history;

import dev.concordat.contracts.Contract;
import dev.concordat.model.comparison.ContractComparison;
import java.util.Optional;

/// Two versions of a contract, and what came of comparing them.
///
/// @param older position of the older one in the history, from 0
/// @param newer position of the newer one
/// @param comparison absent where there is no comparison for the two kinds of contract
public record VersionPair(
    int older,
    int newer,
    Contract before,
    Contract after,
    Optional<ContractComparison> comparison) {
  /// Whether nothing speaks against the two. Versions that could not be compared do not hold.
  public boolean holds() {
    return comparison.filter(ContractComparison::holds).isPresent();
  }
}
