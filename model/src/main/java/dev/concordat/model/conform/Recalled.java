package dev.concordat.model.conform;

import java.util.List;

/// What a run knew from runs before it, and what became of it.
///
/// @param requests how many operations had a request that worked before
/// @param worked how many of those requests worked again
/// @param demands how many demands of the provider that its contract does not have were known
/// @param earlier what was found before, in the order in which it was kept
public record Recalled(int requests, int worked, int demands, List<Earlier> earlier) {
  public static final Recalled NOTHING = new Recalled(0, 0, 0, List.of());

  public Recalled {
    earlier = List.copyOf(earlier);
  }

  /// Whether there was nothing to know.
  public boolean isNothing() {
    return equals(NOTHING);
  }

  /// Something that an earlier run found.
  ///
  /// @param id the finding's
  /// @param rule the id of the rule that was broken
  public record Earlier(String id, String rule, String operation, String message, Now now) {}

  /// How it is now.
  public enum Now {
    /// It was seen again; it is among the findings.
    BROKEN,
    /// It was tried again several times and did not show.
    FIXED,
    /// It could not be tried again, and nothing else showed it.
    NOT_TRIED
  }
}
