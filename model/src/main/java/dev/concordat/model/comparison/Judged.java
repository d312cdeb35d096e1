package dev.concordat.model.comparison;

import java.util.Optional;

/// A difference, and what policies and people make of it.
///
/// @param isFinding whether it makes this comparison not hold, as long as nobody accepts it: {@link Counting}
/// @param acceptance who accepts it all the same
public record Judged(Difference difference, boolean isFinding, Optional<Acceptance> acceptance) {
  /// A difference that nobody has spoken of: a finding where its impact is one.
  public static Judged of(Difference difference) {
    return new Judged(difference, difference.impact().isFinding(), Optional.empty());
  }

  /// Whether the comparison does not hold because of it.
  public boolean counts() {
    return isFinding && acceptance.isEmpty();
  }

  /// The same, accepted.
  public Judged acceptedBy(Acceptance by) {
    return new Judged(difference, isFinding, Optional.of(by));
  }
}
