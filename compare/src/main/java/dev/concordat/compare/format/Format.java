package dev.concordat.compare.format;

import dev.concordat.contracts.Contract;

/// A pair of contract kinds that can be compared. Stateless; one line in `Comparer` registers it.
public interface Format {
  /// Whether this is the comparison for these two.
  ///
  /// @param left the old contract, or the consumer's
  /// @param right the new contract, or the provider's
  boolean fits(Contract left, Contract right);

  /// All differences. Never throws for anything that a document says.
  Compared compare(Contract left, Contract right, Policies policies);
}
