package dev.concordat.compare.need;

import java.util.List;
import java.util.Optional;

/// A message that a consumer of a broker receives, or sends and gets answers for.
///
/// @param name what its authors call it
/// @param reference how it says which operation it is for
/// @param sent what it sends; empty where it only receives
/// @param received what it needs: the message, or the answers
public record MessageNeed(
    String name,
    Reference reference,
    Optional<Parcel> sent,
    List<Parcel> received,
    Sentences sentences) {
  public MessageNeed {
    received = List.copyOf(received);
  }

  /// How a message says which operation it is for.
  public sealed interface Reference {
    /// By the operation's name in the provider's contract.
    record ToOperation(String operationId) implements Reference {}

    /// By the topic on which it comes.
    record ToAddress(String address) implements Reference {}

    /// Not at all, or not in a way that is understood.
    record Missing() implements Reference {}
  }

  /// A message: what is in it and beside it.
  ///
  /// @param contentType as stated; empty where it is not
  /// @param payload the contents where they are JSON, with their matchers
  /// @param isPresent whether there are contents at all
  /// @param headers an object of those that must be there, with their matchers; empty where nothing is said of headers
  public record Parcel(
      Optional<String> contentType,
      Optional<Example> payload,
      boolean isPresent,
      Optional<Example> headers,
      Sentences sentences) {}
}
