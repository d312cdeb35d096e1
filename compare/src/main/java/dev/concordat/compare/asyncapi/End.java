package dev.concordat.compare.asyncapi;

import dev.concordat.contracts.asyncapi.AsyncApiContract;
import dev.concordat.contracts.asyncapi.Channel;
import dev.concordat.contracts.asyncapi.ChannelOperation;
import dev.concordat.contracts.asyncapi.MessageSpec;
import dev.concordat.model.finding.Sentence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What an application does at one address: all its operations there that go the same way.
///
/// @param operations at least one
record End(ChannelOperation.Action action, Channel channel, List<ChannelOperation> operations) {
  End {
    operations = List.copyOf(operations);
  }

  /// What tells it from others.
  record Key(ChannelOperation.Action action, String address) {}

  Key key() {
    return new Key(action, Addresses.key(channel));
  }

  /// As people call it: `send orders.placed`.
  String shown() {
    return action.name().toLowerCase(Locale.ROOT) + " " + Addresses.shown(channel);
  }

  Sentence at() {
    ChannelOperation first = operations.getFirst();
    return new Sentence(first.place(), first.sourceLine());
  }

  /// Those that the operations name, or else the channel's.
  List<MessageSpec> messages() {
    Set<MessageSpec> messages = new LinkedHashSet<>();
    operations.forEach(operation -> messages.addAll(operation.messages()));
    return messages.isEmpty() ? channel.messages() : List.copyOf(messages);
  }

  /// All ends of a document, in its order.
  static Map<Key, End> of(AsyncApiContract contract) {
    Map<Key, End> ends = new LinkedHashMap<>();
    for (ChannelOperation operation : contract.operations()) {
      var end = new End(operation.action(), operation.channel(), List.of(operation));
      ends.merge(end.key(), end, End::and);
    }
    return ends;
  }

  private End and(End other) {
    var all = new ArrayList<>(operations);
    all.addAll(other.operations());
    return new End(action, channel, all);
  }
}
