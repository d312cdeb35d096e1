package dev.concordat.contracts.asyncapi;

import dev.concordat.contracts.asyncapi.AsyncApiReader.Offer;
import dev.concordat.contracts.asyncapi.ChannelOperation.Action;
import dev.concordat.contracts.reading.Reading;
import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.place.Place;
import dev.concordat.model.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the channels and operations of AsyncAPI 3.
final class VersionThree {
  private final ObjectNode root;
  private final Parts parts;
  private final Reading reading;
  // Operations name channels and messages by reference: where the reference leads tells which is
  // meant.
  private final Map<Place, Channel> channels = new LinkedHashMap<>();
  private final Map<Place, MessageSpec> known = new LinkedHashMap<>();

  VersionThree(ObjectNode root, Parts parts) {
    this.root = root;
    this.parts = parts;
    this.reading = parts.reading();
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
                MessageSpec spec = parts.messages().read(message.name(), object, message);
                known.put(object.place(), spec);
                specs.add(spec);
              });
    }
    Optional<Address> address = Reading.text(node, "address").map(Address::of);
    return new Channel(
        member.name(),
        address,
        parts.parameters().read(node, member, address),
        protocols(node),
        specs,
        parts.bindings().read(node, Bindings.Level.CHANNEL),
        member.place(),
        member.sourceLine());
  }

  private List<String> protocols(ObjectNode channel) {
    var protocols = new ArrayList<String>();
    if (channel.get("servers").orElse(null) instanceof ArrayNode servers) {
      for (Node server : servers.items()) {
        reading
            .object(server, "the server of the channel")
            .flatMap(found -> Reading.text(found, "protocol"))
            .ifPresent(protocols::add);
      }
    }
    return protocols;
  }

  private Optional<Channel> channelOf(ObjectNode node, String noun) {
    return Reading.member(node, "channel")
        .flatMap(reference -> reading.object(reference, noun))
        .map(ObjectNode::place)
        .flatMap(place -> Optional.ofNullable(channels.get(place)));
  }

  private Optional<ChannelOperation> operation(ObjectNode.Member member, ObjectNode node) {
    Optional<Channel> channel = channelOf(node, "the channel of the operation");
    if (channel.isEmpty()) {
      unknownChannel(member, "the operation '" + member.name() + "'");
      return Optional.empty();
    }
    String action = Reading.text(node, "action").orElse("");
    if (!action.equals("send") && !action.equals("receive")) {
      reading.add(
          Problem.error(
              "contract/unknown-action",
              node.member("action").map(ObjectNode.Member::place).orElseGet(member::place),
              "the action of '" + member.name() + "' is '" + action + "'",
              "write 'send' or 'receive'"));
      return Optional.empty();
    }
    Layers layers = parts.layers(node);
    return Optional.of(
        new ChannelOperation(
            member.name(),
            action.equals("send") ? Action.SEND : Action.RECEIVE,
            channel.get(),
            messagesOf(node, channel.get()),
            node.member("reply").flatMap(this::reply),
            parts.securities().read(layers),
            parts.bindings().read(layers, Bindings.Level.OPERATION),
            member.place(),
            member.sourceLine()));
  }

  private void unknownChannel(ObjectNode.Member member, String noun) {
    reading.add(
        Problem.error(
            "contract/unknown-channel",
            member.place(),
            noun + " has no channel of this document",
            "let 'channel' refer to '#/channels/…'"));
  }

  private Optional<Reply> reply(ObjectNode.Member member) {
    return reading.object(member.value(), "the reply").map(node -> reply(member, node));
  }

  private Reply reply(ObjectNode.Member member, ObjectNode node) {
    Optional<Channel> channel = channelOf(node, "the channel of the reply");
    if (node.has("channel") && channel.isEmpty()) {
      unknownChannel(member, "the reply");
    }
    Optional<MessageExpression> address =
        Reading.member(node, "address")
            .flatMap(at -> reading.object(at, "the address of the reply"))
            .flatMap(at -> parts.expressions().read(at, "location"));
    if (address.isPresent() && channel.flatMap(Channel::address).isPresent()) {
      // AsyncAPI 3.0, Operation Reply Object: the address of such a channel must be left open.
      reading.add(
          Problem.warning(
              "contract/reply-with-two-addresses",
              member.place(),
              "the reply's address stands in its request and in its channel",
              "let the channel's address be null"));
    }
    List<MessageSpec> messages =
        channel.map(c -> messagesOf(node, c)).orElseGet(() -> named(node, known.values()));
    return new Reply(address, channel, messages, new Sentence(member.place(), member.sourceLine()));
  }

  private List<MessageSpec> messagesOf(ObjectNode holder, Channel channel) {
    if (!(holder.get("messages").orElse(null) instanceof ArrayNode)) {
      return channel.messages();
    }
    List<MessageSpec> specs = named(holder, channel.messages());
    return specs.isEmpty() ? channel.messages() : specs;
  }

  private List<MessageSpec> named(ObjectNode holder, java.util.Collection<MessageSpec> allowed) {
    var specs = new ArrayList<MessageSpec>();
    if (holder.get("messages").orElse(null) instanceof ArrayNode list) {
      for (Node item : list.items()) {
        Optional<ObjectNode> object = reading.object(item, "the message of the operation");
        Optional<MessageSpec> spec =
            object
                .flatMap(o -> Optional.ofNullable(known.get(o.place())))
                .filter(allowed::contains);
        spec.ifPresent(specs::add);
        if (object.isPresent() && spec.isEmpty()) {
          reading.add(
              Problem.error(
                  "contract/message-of-other-channel",
                  item.place(),
                  "the message is not one of the operation's channel",
                  "let it refer to '#/channels/…/messages/…' of that channel"));
        }
      }
    }
    return specs;
  }
}
