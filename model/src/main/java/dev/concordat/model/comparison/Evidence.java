package dev.concordat.model.comparison;

import java.util.List;

/// Why a difference has the impact that it has.
public sealed interface Evidence {
  /// Every message of the one side is a message of the other.
  ///
  /// @param how in a few words: `equal meaning`, `case analysis`
  record Proved(String how) implements Evidence {}

  /// A message that the one side may send and the other refuses.
  record Witnessed(Witness witness) implements Evidence {}

  /// Neither could be shown.
  ///
  /// @param reason which part is beyond what can be decided
  /// @param tried what was done all the same
  record Undecided(String reason, List<String> tried) implements Evidence {
    public Undecided {
      tried = List.copyOf(tried);
    }
  }

  /// No message shows it: the sentences of the two contracts do.
  record Stated() implements Evidence {}
}
