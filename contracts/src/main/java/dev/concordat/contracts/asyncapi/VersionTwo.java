package dev.concordat.contracts.asyncapi;

import dev.concordat.contracts.asyncapi.AsyncApiReader.Offer;
import dev.concordat.contracts.asyncapi.ChannelOperation.Action;
import dev.concordat.contracts.reading.Reading;
import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the channels of AsyncAPI 2, whose names are addresses. Its words are seen from the other side: what an application
/// lets others `subscribe` to, it sends.
final class VersionTwo {
  private final Reading reading;
  private final ObjectNode root;
  private final Messages messages;

  VersionTwo(Reading reading, ObjectNode root, Messages messages) {
    this.reading = reading;
    this.root = root;
    this.messages = messages;
  }

  Offer read() {
    var channels = new ArrayList<Channel>();
    var operations = new ArrayList<ChannelOperation>();
    for (ObjectNode.Member member : AsyncApiReader.members(root.get("channels"))) {
      reading
          .object(member.value(), "the channel '" + member.name() + "'")
          .ifPresent(node -> read(member, node, channels, operations));
    }
    return new Offer(channels, operations);
  }

  private void read(
      ObjectNode.Member member,
      ObjectNode node,
      List<Channel> channels,
      List<ChannelOperation> operations) {
    Map<ObjectNode.Member, List<MessageSpec>> byOperation = new LinkedHashMap<>();
    for (String word : List.of("subscribe", "publish")) {
      node.member(word).ifPresent(key -> byOperation.put(key, specs(key)));
    }
    var channel =
        new Channel(
            member.name(),
            Optional.of(Address.of(member.name())),
            byOperation.values().stream().flatMap(List::stream).distinct().toList(),
            member.place(),
            member.sourceLine());
    channels.add(channel);
    byOperation.forEach(
        (key, specs) ->
            operations.add(
                new ChannelOperation(
                    id(key, member.name()),
                    key.name().equals("subscribe") ? Action.SEND : Action.RECEIVE,
                    channel,
                    specs,
                    key.place(),
                    key.sourceLine())));
  }

  private static String id(ObjectNode.Member key, String address) {
    Optional<String> named =
        key.value() instanceof ObjectNode operation
            ? Reading.text(operation, "operationId")
            : Optional.empty();
    return named.orElse(key.name() + " " + address);
  }

  private List<MessageSpec> specs(ObjectNode.Member key) {
    if (!(key.value() instanceof ObjectNode operation)) {
      return List.of();
    }
    Optional<ObjectNode.Member> member = operation.member("message");
    Optional<ObjectNode> message =
        member.flatMap(m -> reading.object(m.value(), "the message of '" + key.name() + "'"));
    if (member.isEmpty() || message.isEmpty()) {
      return List.of();
    }
    if (!(message.get().get("oneOf").orElse(null) instanceof ArrayNode several)) {
      return List.of(messages.read(key.name(), message.get(), member.get()));
    }
    var specs = new ArrayList<MessageSpec>();
    for (Node item : several.items()) {
      reading
          .object(item, "the message")
          .ifPresent(object -> specs.add(messages.read(key.name(), object, member.get())));
    }
    return specs;
  }
}
