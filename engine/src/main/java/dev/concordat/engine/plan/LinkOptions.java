package dev.concordat.engine.plan;

import dev.concordat.engine.resilience.Limits;
import dev.concordat.model.profile.Profile;
import java.util.List;

/// How links are measured.
///
/// @param before the profiles of the last time, to compare with; empty for none
public record LinkOptions(Limits limits, List<Profile> before) {
  /// The usual limits, and nothing to compare with.
  public static final LinkOptions USUAL = new LinkOptions(Limits.USUAL, List.of());

  public LinkOptions {
    before = List.copyOf(before);
  }
}
