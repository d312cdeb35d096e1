package dev.concordat.engine.answers;

import dev.concordat.model.finding.Sentence;
import dev.concordat.wire.fault.Fault;
import java.util.Locale;

/// An answer of an operation that its contract allows, and that is not the usual one. A consumer has to expect it.
///
/// @param place what is other than usual: a status, or a JSON Pointer into the body
/// @param words what the provider does, to follow its name: `answers 402, which is documented`
/// @param sentence where the contract allows it
/// @param fault what a link does to give this answer
public record AllowedAnswer(Kind kind, String place, String words, Sentence sentence, Fault fault) {
  /// How an answer differs from the usual one.
  public enum Kind {
    /// A documented failure.
    ERROR,
    /// A member that is not required is not there.
    ABSENT,
    /// A member that may be null is null.
    NULL,
    /// A list has no items.
    EMPTY,
    /// Another one of the listed values.
    OTHER_VALUE,
    /// A member that nobody speaks of.
    EXTRA;

    /// As reports name it.
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }
}
