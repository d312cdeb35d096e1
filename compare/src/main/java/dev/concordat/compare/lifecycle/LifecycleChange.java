package dev.concordat.compare.lifecycle;

import dev.concordat.model.comparison.Impact;
import dev.concordat.model.finding.Sentence;
import java.util.Optional;

/// One thing that two documents say differently about how long something may be relied on.
///
/// @param message one sentence with the actual values
public record LifecycleChange(
    Kind kind, String message, Optional<Sentence> before, Optional<Sentence> after) {
  /// What happened.
  public enum Kind {
    /// Deprecated without saying until when, where nothing asks for it.
    DEPRECATED(Impact.SAFE),
    DEPRECATED_WITH_SUNSET(Impact.SAFE),
    /// Deprecated without saying until when, although days of notice are promised.
    SUNSET_MISSING(Impact.POLICY),
    SUNSET_UNREADABLE(Impact.POLICY),
    /// The end is nearer than the days of notice that are promised.
    SUNSET_TOO_SOON(Impact.POLICY),
    REACTIVATED(Impact.SAFE),
    /// Still deprecated, and its end is no longer told.
    SUNSET_REMOVED(Impact.POLICY),
    /// The end came nearer, and is nearer than the days of notice that are promised.
    SUNSET_MOVED_CLOSER(Impact.POLICY),
    STABILITY_UNREADABLE(Impact.POLICY),
    STABILITY_DECREASED(Impact.POLICY),
    STABILITY_INCREASED(Impact.SAFE);

    private final Impact impact;

    Kind(Impact impact) {
      this.impact = impact;
    }

    public Impact impact() {
      return impact;
    }
  }
}
