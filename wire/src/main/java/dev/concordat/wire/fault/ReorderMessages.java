package dev.concordat.wire.fault;

import java.time.Duration;

/// Consumers get the message and the next of its partition in the other order: their keys, values, headers and times change
/// places, offsets stay.
///
/// @param within how long the message is kept back until another comes
public record ReorderMessages(Duration within) implements RecordFault {
  /// Long enough for the next message of a busy topic.
  public static final Duration USUAL = Duration.ofSeconds(1);

  public ReorderMessages {
    Delay.check(within);
  }

  @Override
  public String name() {
    return "reorder-messages";
  }
}
