package dev.concordat.compare.lifecycle;

/// Whether what was removed was said to go.
public enum Removal {
  /// Nobody could know.
  UNANNOUNCED(false),
  /// Deprecated, without a day.
  ANNOUNCED(true),
  /// Deprecated, with a day that cannot be read.
  SUNSET_UNREADABLE(false),
  /// The day that was told is still to come.
  BEFORE_SUNSET(false),
  /// The day that was told is over.
  AFTER_SUNSET(true),
  /// It was never promised to stay: a draft or an alpha.
  NEVER_PROMISED(true);

  private final boolean isAnnounced;

  Removal(boolean isAnnounced) {
    this.isAnnounced = isAnnounced;
  }

  /// Whether it went as its contract said. Who still sends it is refused all the same, and was told before.
  public boolean isAnnounced() {
    return isAnnounced;
  }
}
