package dev.concordat.model.comparison;

import java.util.List;

/// A concrete message that the sender's contract allows and the receiver's forbids, as small as could be found.
///
/// @param message what is sent
/// @param sender which contract allows it, in words: `the old contract`, `checkout-web@1.4.2`
/// @param receiver which contract refuses it
/// @param refusal why the receiver refuses it, as its validator says, with the pointer into the message
/// @param voters the validators that agree on both, by name; at least two where the message is judged by schemas
public record Witness(
    WitnessMessage message, String sender, String receiver, String refusal, List<String> voters) {
  public Witness {
    voters = List.copyOf(voters);
  }
}
