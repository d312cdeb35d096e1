package dev.concordat.cli.comparison;

/// Where a contract can be read again.
///
/// @param word what the user named: a file, a folder, a revision's path, `-`
/// @param commit the commit that the revision stood for; empty for files that lie here
/// @param name which contract of it, as in {@link ReadContract#name()}
public record ContractSource(String word, String commit, String name) {
  static ContractSource of(Side side, ReadContract contract) {
    return new ContractSource(side.word(), side.commit(), contract.name());
  }
}
