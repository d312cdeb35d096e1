package dev.concordat.contracts.tree;

/// What an untrusted document may cost.
///
/// @param maxBytes size of one document
/// @param maxDepth arrays and objects inside one another
/// @param maxNodes values in one document, those repeated by YAML aliases included
/// @param maxAliasedNodes values that YAML aliases may repeat in one document
/// @param maxNumberLength characters of one number
public record ReadLimits(
    int maxBytes, int maxDepth, int maxNodes, int maxAliasedNodes, int maxNumberLength) {
  private static final int MEBIBYTE = 1024 * 1024;
  private static final ReadLimits DEFAULTS =
      new ReadLimits(64 * MEBIBYTE, 256, 10_000_000, 1_000_000, 1_000);

  /// The limits that suit contracts and configuration: far above what people write.
  public static ReadLimits defaults() {
    return DEFAULTS;
  }
}
