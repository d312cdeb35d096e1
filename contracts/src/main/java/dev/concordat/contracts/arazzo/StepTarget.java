package dev.concordat.contracts.arazzo;

import java.util.Optional;

/// What a step calls.
public sealed interface StepTarget {
  /// What a step does with a channel.
  enum Direction {
    SEND,
    RECEIVE
  }

  /// An operation by its id: `getPet`, or `$sourceDescriptions.pets.getPet`.
  ///
  /// @param direction for operations on messages
  record Operation(String id, Optional<Direction> direction) implements StepTarget {}

  /// An operation by its place: `{$sourceDescriptions.pets.url}#/paths/~1pets/get`.
  record OperationPath(String reference) implements StepTarget {}

  /// A channel by its place.
  record Channel(String reference, Optional<Direction> direction) implements StepTarget {}

  /// Another workflow by its id, of this document or `$sourceDescriptions.other.id`.
  record OtherWorkflow(String id) implements StepTarget {}

  /// The step does not say it, which is a problem of the document.
  record Unknown() implements StepTarget {}
}
