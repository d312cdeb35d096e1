package dev.concordat.contracts.asyncapi;

import dev.concordat.contracts.asyncapi.AsyncApiReader.Offer;
import dev.concordat.contracts.asyncapi.ChannelOperation.Action;
import dev.concordat.contracts.reading.Reading;
import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.model.place.Place;
import dev.concordat.model.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the channels and operations of AsyncAPI 3.
final class VersionThree {
  private final Reading reading;
  private final ObjectNode root;
  private final Messages messages;
  // Operations name channels and messages by reference: where the reference leads tells which is
  // meant.
  private final Map<Place, Channel> channels = new LinkedHashMap<>();
  private final Map<Place, MessageSpec> known = new LinkedHashMap<>();

  VersionThree(Reading reading, ObjectNode root, Messages messages) {
    this.reading = reading;
    this.root = root;
    this.messages = messages;
  }

  Offer read() {
    for (ObjectNode.Member member : AsyncApiReader.members(root.get("channels"))) {
      reading
          .object(member.value(), "the channel '" + member.name() + "'")
          .ifPresent(node -> channels.put(node.place(), channel(member, node)));
    }
    var operations = new ArrayList<ChannelOperation>();
    for (ObjectNode.Member member : AsyncApiReader.members(root.get("operations"))) {
      reading
          .object(member.value(), "the operation '" + member.name() + "'")
          .flatMap(node -> operation(member, node))
          .ifPresent(operations::add);
    }
    return new Offer(List.copyOf(channels.values()), operations);
  }

  private Channel channel(ObjectNode.Member member, ObjectNode node) {
    var specs = new ArrayList<MessageSpec>();
    for (ObjectNode.Member message : AsyncApiReader.members(node.get("messages"))) {
      reading
          .object(message.value(), "the message '" + message.name() + "'")
          .ifPresent(
              object -> {
                MessageSpec spec = messages.read(message.name(), object, message);
                known.put(object.place(), spec);
                specs.add(spec);
              });
    }
    return new Channel(
        member.name(),
        node.has("address") ? Reading.text(node, "address").map(Address::of) : Optional.empty(),
        specs,
        member.place(),
        member.sourceLine());
  }

  private Optional<ChannelOperation> operation(ObjectNode.Member member, ObjectNode node) {
    Optional<Channel> channel =
        Reading.member(node, "channel")
            .flatMap(reference -> reading.object(reference, "the channel of the operation"))
            .map(ObjectNode::place)
            .flatMap(place -> Optional.ofNullable(channels.get(place)));
    if (channel.isEmpty()) {
      reading.add(
          Problem.error(
              "contract/unknown-channel",
              member.place(),
              "the operation '" + member.name() + "' has no channel of this document",
              "let 'channel' refer to '#/channels/…'"));
      return Optional.empty();
    }
    String action = Reading.text(node, "action").orElse("");
    if (!action.equals("send") && !action.equals("receive")) {
      reading.add(
          Problem.error(
              "contract/unknown-action",
              member.place(),
              "the action of '" + member.name() + "' is '" + action + "'",
              "write 'send' or 'receive'"));
      return Optional.empty();
    }
    return Optional.of(
        new ChannelOperation(
            member.name(),
            action.equals("send") ? Action.SEND : Action.RECEIVE,
            channel.get(),
            messagesOf(node, channel.get()),
            member.place(),
            member.sourceLine()));
  }

  private List<MessageSpec> messagesOf(ObjectNode operation, Channel channel) {
    if (!(operation.get("messages").orElse(null) instanceof ArrayNode list)) {
      return channel.messages();
    }
    var specs = new ArrayList<MessageSpec>();
    for (Node item : list.items()) {
      reading
          .object(item, "the message of the operation")
          .flatMap(object -> Optional.ofNullable(known.get(object.place())))
          .filter(channel.messages()::contains)
          .ifPresent(specs::add);
    }
    return specs.isEmpty() ? channel.messages() : specs;
  }
}
