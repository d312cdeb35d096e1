package dev.concordat.wire.fault;

/// Consumers never get the message: its offset is missing, as after compaction.
public record DropMessage() implements RecordFault {
  @Override
  public String name() {
    return "drop-message";
  }
}
