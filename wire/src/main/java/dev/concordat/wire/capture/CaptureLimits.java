package dev.concordat.wire.capture;

/// How much of what passes is kept. Beyond a limit bytes are still relayed, only no longer looked at.
///
/// @param bodyBytes how many bytes of a body or value are kept; the exchange says how many there were
/// @param headBytes how long a message's head (or trailer section) may be before its connection is relayed unobserved
/// @param headerCount how many fields a head may have before its connection is relayed unobserved
/// @param pendingExchanges how many requests of one connection may wait for their responses before it is relayed
///     unobserved
public record CaptureLimits(int bodyBytes, int headBytes, int headerCount, int pendingExchanges) {
  /// Enough for the messages of ordinary systems: bodies of 1 MiB, heads of 64 KiB.
  public static final CaptureLimits DEFAULT = new CaptureLimits(1 << 20, 64 << 10, 256, 1024);

  public CaptureLimits {
    if (bodyBytes < 0 || headBytes < 1 || headerCount < 1 || pendingExchanges < 1) {
      throw new IllegalArgumentException("limits are positive");
    }
  }

  public CaptureLimits withBodyBytes(int bytes) {
    return new CaptureLimits(bytes, headBytes, headerCount, pendingExchanges);
  }
}
