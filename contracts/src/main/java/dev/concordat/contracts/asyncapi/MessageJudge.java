package dev.concordat.contracts.asyncapi;

import dev.concordat.contracts.breach.Breach;
import dev.concordat.contracts.http.MediaType;
import dev.concordat.model.exchange.Headers;
import dev.concordat.model.exchange.MessageDelivery;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Judges messages by an AsyncAPI contract. Of several messages on a channel, the one that fits best is meant. Thread-safe.
public final class MessageJudge {
  private static final List<String> TYPE_HEADERS = List.of("content-type", "contentType");

  private final AsyncApiContract contract;

  public MessageJudge(AsyncApiContract contract) {
    this.contract = contract;
  }

  /// Judges by what a contract says of one channel and some of its messages.
  ///
  /// @param address at which messages come, which need not be the channel's own
  public static MessageJudge only(Channel channel, List<MessageSpec> messages, String address) {
    boolean isThere = channel.isAt(address);
    var narrowed =
        new Channel(
            channel.name(),
            isThere ? channel.address() : Optional.of(Address.of(address)),
            isThere ? channel.parameters() : List.of(),
            channel.protocols(),
            messages,
            isThere ? channel.bindings() : List.of(),
            channel.place(),
            channel.sourceLine());
    return new MessageJudge(
        new AsyncApiContract(
            channel.place().file(),
            "",
            "",
            "",
            Optional.empty(),
            List.of(),
            List.of(narrowed),
            List.of(),
            List.of()));
  }

  /// Whether the contract speaks of the topic at all.
  public boolean knows(String address) {
    return contract.channelAt(address).isPresent();
  }

  /// Where the message breaks the contract; nothing for a topic that the contract does not speak of.
  public List<Breach> judge(MessageDelivery delivery) {
    return contract
        .channelAt(delivery.address())
        .map(channel -> judge(channel, delivery))
        .orElseGet(List::of);
  }

  private static List<Breach> judge(Channel channel, MessageDelivery delivery) {
    Attempt attempt = best(channel, delivery);
    var breaches = new ArrayList<>(attempt.breaches());
    breaches.addAll(AddressJudging.breaches(channel, delivery, valueOf(attempt, delivery)));
    return breaches;
  }

  private static Optional<JsonValue> valueOf(Attempt attempt, MessageDelivery delivery) {
    return attempt
        .message()
        .flatMap(
            message -> delivery.value().flatMap(bytes -> PayloadJudging.value(message, bytes)));
  }

  /// The value by which a message says which other one it belongs to.
  public Optional<JsonValue> correlationIdOf(MessageDelivery delivery) {
    return messageOf(delivery)
        .flatMap(
            message ->
                message
                    .correlationId()
                    .flatMap(id -> id.location().in(delivery, payloadOf(delivery))));
  }

  /// The message's payload as a value; an Avro payload in the plain form, decimals as numbers.
  public Optional<JsonValue> payloadOf(MessageDelivery delivery) {
    return contract
        .channelAt(delivery.address())
        .flatMap(channel -> valueOf(best(channel, delivery), delivery));
  }

  /// The documented message that a delivery is, or is nearest to.
  public Optional<MessageSpec> messageOf(MessageDelivery delivery) {
    return contract
        .channelAt(delivery.address())
        .flatMap(channel -> best(channel, delivery).message());
  }

  private record Attempt(Optional<MessageSpec> message, List<Breach> breaches, int distance) {}

  private static Attempt best(Channel channel, MessageDelivery delivery) {
    Optional<MediaType> type = typeOf(delivery);
    return channel.messages().stream()
        .map(message -> attempt(message, type, delivery))
        .min(Comparator.comparingInt(Attempt::distance))
        .orElseGet(() -> new Attempt(Optional.empty(), List.of(), 0));
  }

  private static Optional<MediaType> typeOf(MessageDelivery delivery) {
    return TYPE_HEADERS.stream()
        .flatMap(name -> Headers.first(delivery.headers(), name).stream())
        .flatMap(text -> MediaType.parse(text).stream())
        .findFirst();
  }

  private static Attempt attempt(
      MessageSpec message, Optional<MediaType> type, MessageDelivery delivery) {
    var judging = new MessageJudging(message, delivery);
    List<Breach> breaches = judging.breaches(type);
    return new Attempt(Optional.of(message), breaches, judging.distance());
  }
}
