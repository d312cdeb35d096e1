package dev.concordat.compare.protobuf.wire;

import dev.concordat.model.comparison.Witness;
import dev.concordat.model.comparison.WitnessMessage;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Optional;

/// A message that one side writes and the other does not read as it was meant.
///
/// @param type the message type that the sender calls it by
/// @param bytes absent where the message is JSON
/// @param sent what the sender meant
/// @param read what the receiver makes of it; JSON null where it turns it away
/// @param how one sentence
public record Misreading(
    Kind kind,
    String sender,
    String receiver,
    String type,
    Optional<Bytes> bytes,
    JsonValue sent,
    JsonValue read,
    String how,
    List<String> voters) {
  /// What becomes of the message.
  public enum Kind {
    /// The receiver turns it away.
    REFUSED,
    /// Something in it is not seen.
    LOST,
    /// Something in it is taken for something else.
    CHANGED,
    /// A number of an enumeration is kept, and nobody knows what it means.
    UNNAMED,
    /// What was not sent is taken for something else.
    ASSUMED
  }

  public Misreading {
    voters = List.copyOf(voters);
  }

  /// The message as evidence.
  public Witness witness() {
    WitnessMessage message =
        bytes
            .<WitnessMessage>map(content -> new WitnessMessage.Encoded(content, sent, read))
            .orElseGet(() -> new WitnessMessage.Value(sent));
    return new Witness(message, sender, receiver, how, voters);
  }
}
