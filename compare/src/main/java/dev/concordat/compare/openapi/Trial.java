package dev.concordat.compare.openapi;

import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.comparison.Witness;
import java.util.List;

/// What came of showing a message to both contracts.
sealed interface Trial {
  List<String> TRIED = List.of("a message made of the value", "the judges of both contracts");

  /// The one allows it, the other does not.
  record Refused(Witness witness) implements Trial {}

  /// Both allow it.
  ///
  /// @param message as a person would write it
  record Passes(String message) implements Trial {}

  /// No message was made that the sender allows.
  record NotSendable(String reason) implements Trial {}

  /// What it says of a break that was expected.
  default Evidence evidence() {
    return switch (this) {
      case Refused(Witness witness) -> new Evidence.Witnessed(witness);
      case Passes(String message) ->
          new Evidence.Undecided(
              "the sentences differ, but the message made to show it passes: " + message, TRIED);
      case NotSendable(String reason) -> new Evidence.Undecided(reason, TRIED);
    };
  }
}
