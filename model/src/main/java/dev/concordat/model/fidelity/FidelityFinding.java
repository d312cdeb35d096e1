package dev.concordat.model.fidelity;

import dev.concordat.model.finding.Rule;

/// One kind of damage at one place of the messages of one operation, with the first pair of messages that shows it.
///
/// @param operation the method and the path, ids in it generalised: `GET /orders/{}`
/// @param message which message was damaged
/// @param part the part of the message in a word: `body`, `header`
/// @param at where in the part, indices of lists generalised to `*`; empty for all of it
/// @param sent the value as it was sent, secrets left out
/// @param received the value as it was received, secrets left out
/// @param sentEntry the entry of the recording in which it was sent, from 1; 0 where there is none
/// @param receivedEntry the entry of the recording in which it was received, from 1; 0 where there is none
/// @param messages how many messages show it
public record FidelityFinding(
    Rule rule,
    String operation,
    Direction message,
    String part,
    String at,
    String sent,
    String received,
    int sentEntry,
    int receivedEntry,
    int messages) {
  /// Which of the two messages of an exchange.
  public enum Direction {
    REQUEST("request"),
    RESPONSE("response");

    private final String word;

    Direction(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  /// The place in words: `request body /amount`.
  public String place() {
    return (message.word() + " " + part + " " + at).strip();
  }
}
