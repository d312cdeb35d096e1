package dev.concordat.model.comparison;

import java.util.Locale;

/// What a difference does to the other side, worst first.
public enum Impact {
  /// A message that one side may send is refused, or not understood, by the other.
  BREAKS,
  /// Whether it breaks could not be decided. Never counts as holding.
  UNKNOWN,
  /// Every message passes, and one that unchanged senders send is read as something else: what a request means that leaves a
  /// parameter out. Nobody is refused, so nobody is warned.
  MISREAD,
  /// It breaks readers that take the contract's lists for complete, such as a new enum value in a GraphQL answer.
  RISKY,
  /// Every message still passes and may be taken to mean something else: the default of a member, a unit.
  MEANING,
  /// Every message still passes; code generated from the contract changes: an operationId, a type's name.
  CLIENT_CODE,
  /// A promise about the contract's life is broken: deprecation, sunset, stability, version numbers.
  POLICY,
  /// Proved to do no harm, or only documentation.
  SAFE;

  /// The word as it is shown and written in files: `client-code`.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Whether the comparison does not hold because of it, as long as nobody accepts it.
  public boolean isFinding() {
    return this == BREAKS || this == UNKNOWN || this == MISREAD || this == POLICY;
  }

  /// A number of differences in the words of a sentence: `3 breaks`, `1 change of meaning`.
  public String counted(long count) {
    String words =
        switch (this) {
          case BREAKS -> count == 1 ? "break" : "breaks";
          case UNKNOWN -> "undecided";
          case MISREAD -> count == 1 ? "misreading" : "misreadings";
          case RISKY -> count == 1 ? "risky change" : "risky changes";
          case MEANING -> count == 1 ? "change of meaning" : "changes of meaning";
          case CLIENT_CODE -> count == 1 ? "change of client code" : "changes of client code";
          case POLICY -> count == 1 ? "broken promise" : "broken promises";
          case SAFE -> count == 1 ? "safe change" : "safe changes";
        };
    return count + " " + words;
  }
}
