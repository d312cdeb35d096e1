package dev.concordat.wire.fault;

/// Consumers get the message later, and with it whatever else is in the same answer of the broker.
///
/// @param delay since the broker first gave it out
public record DelayMessage(Delay delay) implements RecordFault {
  @Override
  public String name() {
    return "delay-message";
  }
}
