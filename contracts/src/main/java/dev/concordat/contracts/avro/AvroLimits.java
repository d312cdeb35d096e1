package dev.concordat.contracts.avro;

/// What an untrusted message may cost.
///
/// @param maxDepth records, lists, maps and unions inside one another
/// @param maxValues values that are read or looked at in one message
/// @param maxBytes size of one message, unpacked
public record AvroLimits(int maxDepth, int maxValues, int maxBytes) {
  private static final int MEBIBYTE = 1024 * 1024;
  private static final AvroLimits DEFAULTS = new AvroLimits(256, 1_000_000, 64 * MEBIBYTE);

  /// Far above what people send.
  public static AvroLimits defaults() {
    return DEFAULTS;
  }
}
