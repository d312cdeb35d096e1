package dev.concordat.compare.asyncapi;

import dev.concordat.compare.schema.Way;
import dev.concordat.contracts.asyncapi.Channel;
import dev.concordat.contracts.asyncapi.MessageSpec;
import dev.concordat.model.comparison.Position;
import java.util.List;

/// Messages that go one way through one channel, as two documents describe them.
///
/// @param operation what people call it: `send orders.placed`
/// @param before the left document's channel
/// @param after the right document's channel
/// @param messagesBefore those that go this way
/// @param messagesAfter those that go this way
record Traffic(
    String operation,
    Way way,
    Channel before,
    Channel after,
    List<MessageSpec> messagesBefore,
    List<MessageSpec> messagesAfter) {
  Traffic {
    messagesBefore = List.copyOf(messagesBefore);
    messagesAfter = List.copyOf(messagesAfter);
  }

  List<MessageSpec> sent() {
    return way.sender(messagesBefore, messagesAfter);
  }

  List<MessageSpec> received() {
    return way.receiver(messagesBefore, messagesAfter);
  }

  Channel senders() {
    return way.sender(before, after);
  }

  Channel receivers() {
    return way.receiver(before, after);
  }

  Position position(Position.Part part, String detail) {
    return new Position(operation, part, detail);
  }
}
