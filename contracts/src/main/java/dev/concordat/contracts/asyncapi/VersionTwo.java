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
  private final ObjectNode root;
  private final Parts parts;

  VersionTwo(ObjectNode root, Parts parts) {
    this.root = root;
    this.parts = parts;
  }

  Offer read() {
    var channels = new ArrayList<Channel>();
    var operations = new ArrayList<ChannelOperation>();
    for (ObjectNode.Member member : AsyncApiReader.members(root.get("channels"))) {
      parts
          .reading()
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
    Address address = Address.of(member.name());
    var channel =
        new Channel(
            member.name(),
            Optional.of(address),
            parts.parameters().read(node, member, Optional.of(address)),
            protocols(node),
            byOperation.values().stream().flatMap(List::stream).distinct().toList(),
            parts.bindings().read(node, Bindings.Level.CHANNEL),
            member.place(),
            member.sourceLine());
    channels.add(channel);
    byOperation.forEach((key, specs) -> operations.add(operation(key, channel, specs)));
  }

  /// Channels name servers by their keys since 2.2.
  private List<String> protocols(ObjectNode channel) {
    var protocols = new ArrayList<String>();
    if (channel.get("servers").orElse(null) instanceof ArrayNode names
        && root.get("servers").orElse(null) instanceof ObjectNode servers) {
      for (Node name : names.items()) {
        servers
            .get(Parameters.textOf(name))
            .flatMap(server -> parts.reading().object(server, "the server"))
            .flatMap(server -> Reading.text(server, "protocol"))
            .ifPresent(protocols::add);
      }
    }
    return protocols;
  }

  private ChannelOperation operation(
      ObjectNode.Member key, Channel channel, List<MessageSpec> specs) {
    Optional<Layers> layers =
        key.value() instanceof ObjectNode object
            ? Optional.of(parts.layers(object))
            : Optional.empty();
    return new ChannelOperation(
        layers.flatMap(l -> l.text("operationId")).orElse(key.name() + " " + channel.name()),
        key.name().equals("subscribe") ? Action.SEND : Action.RECEIVE,
        channel,
        specs,
        Optional.empty(),
        layers.map(parts.securities()::read).orElseGet(List::of),
        layers.map(l -> parts.bindings().read(l, Bindings.Level.OPERATION)).orElseGet(List::of),
        key.place(),
        key.sourceLine());
  }

  private List<MessageSpec> specs(ObjectNode.Member key) {
    Reading reading = parts.reading();
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
      return List.of(parts.messages().read(key.name(), message.get(), member.get()));
    }
    var specs = new ArrayList<MessageSpec>();
    for (Node item : several.items()) {
      reading
          .object(item, "the message")
          .ifPresent(object -> specs.add(parts.messages().read(key.name(), object, member.get())));
    }
    return specs;
  }
}
