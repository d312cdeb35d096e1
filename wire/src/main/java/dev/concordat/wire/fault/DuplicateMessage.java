package dev.concordat.wire.fault;

/// The broker gets the message twice, the second time from nobody known: without the producer's id and sequence. A message of a
/// transaction is left alone.
public record DuplicateMessage() implements RecordFault {
  @Override
  public String name() {
    return "duplicate-message";
  }
}
