package dev.concordat.contracts.tree;

/// What an untrusted document may cost.
///
/// @param maxBytes size of one document
/// @param maxDepth arrays and objects inside one another
/// @param maxNodes values in one document, those repeated by YAML aliases included
/// @param maxAliasedNodes values that YAML aliases may repeat in one document
/// @param maxNumberLength characters of one number
/// @param maxKeyLength characters of a key that is a collection, as text; such keys can hold one another
public record ReadLimits(
    int maxBytes,
    int maxDepth,
    int maxNodes,
    int maxAliasedNodes,
    int maxNumberLength,
    int maxKeyLength) {
  private static final int MEBIBYTE = 1024 * 1024;
  private static final ReadLimits DEFAULTS =
      new ReadLimits(64 * MEBIBYTE, 256, 10_000_000, 1_000_000, 1_000, 10_000);

  /// The limits that suit contracts and configuration: far above what people write.
  public static ReadLimits defaults() {
    return DEFAULTS;
  }
}
