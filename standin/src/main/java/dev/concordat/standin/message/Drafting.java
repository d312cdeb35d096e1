package dev.concordat.standin.message;

import dev.concordat.contracts.asyncapi.CorrelationId;
import dev.concordat.contracts.asyncapi.KafkaBinding;
import dev.concordat.contracts.asyncapi.MessageExpression;
import dev.concordat.contracts.asyncapi.MessageJudge;
import dev.concordat.contracts.asyncapi.MessageSpec;
import dev.concordat.contracts.breach.Breach;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.MessageDelivery;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.standin.service.MergePatch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Puts messages together, and holds each against the contract before it is given out.
final class Drafting {
  private static final List<String> TYPE_HEADERS = List.of("content-type", "contenttype");

  private final long seed;
  private final Header provenance;
  private final Payloads payloads;
  private final Addressing addressing;

  /// @param provenance tells of each message whose it is, where the contract allows such a header
  Drafting(long seed, Header provenance) {
    this.seed = seed;
    this.provenance = provenance;
    this.payloads = new Payloads(seed);
    this.addressing = new Addressing(payloads);
  }

  /// A message.
  ///
  /// @param path names it among all; made values come from it
  /// @param answered the id of the message that it answers; nothing for one that answers none
  Production draft(
      Target target, Basis basis, Order order, String path, Optional<JsonValue> answered) {
    MessageSpec message = basis.message();
    Optional<String> unwritable = registryNeeded(message);
    if (unwritable.isPresent()) {
      return new Production.Refused(unwritable.get());
    }
    Optional<JsonValue> begun = basis.payload().or(() -> made(message, path));
    Optional<JsonObject> headers =
        basis.headers().or(() -> payloads.headers(message.headers(), path + "/headers"));
    if (begun.isEmpty() || headers.isEmpty()) {
      return new Production.Refused(
          "no "
              + (begun.isEmpty() ? "payload was" : "headers were")
              + " found that the contract accepts for "
              + shown(message));
    }
    if (order.with().isPresent() && !(begun.get() instanceof JsonObject)) {
      return new Production.Refused("\"with\" needs a payload that is an object");
    }
    JsonValue payload =
        begun.get() instanceof JsonObject object && order.with().isPresent()
            ? MergePatch.merged(object, order.with().get())
            : begun.get();
    return switch (addressing.find(
        target, order, all(message, headers.get(), order), payload, path)) {
      case Addressing.Found.Nowhere(String reason) -> new Production.Refused(reason);
      case Addressing.Found.At at -> judged(target, basis, order, path, answered, at);
    };
  }

  private Production judged(
      Target target,
      Basis basis,
      Order order,
      String path,
      Optional<JsonValue> answered,
      Addressing.Found.At at) {
    Optional<JsonValue> key =
        order
            .key()
            .or(
                () ->
                    basis
                        .message()
                        .keyContent()
                        .flatMap(content -> payloads.make(content, path + "/key")));
    Production.Refused refused = new Production.Refused("nothing could be made");
    for (Addressing.Found.At tried : correlated(basis, path, answered, at)) {
      for (boolean isMarked : List.of(true, false)) {
        Production production = written(target, basis, tried, key, isMarked);
        if (production instanceof Production.Refused why) {
          refused = why;
        } else {
          return production;
        }
      }
    }
    return refused;
  }

  /// The message with the ids that it may have, the best first.
  private List<Addressing.Found.At> correlated(
      Basis basis, String path, Optional<JsonValue> answered, Addressing.Found.At at) {
    Optional<MessageExpression> location =
        basis.message().correlationId().map(CorrelationId::location);
    if (location.isEmpty()) {
      return List.of(at);
    }
    if (answered.isPresent()) {
      return List.of(with(location.get(), answered.get(), at));
    }
    boolean isGiven =
        Pointed.in(location.get(), basis.headers().orElse(JsonObject.EMPTY), basis.payload())
            .isPresent();
    List<Addressing.Found.At> tries = new ArrayList<>();
    if (!isGiven) {
      var fresh = new JsonString(Uuids.at(seed, path + "/correlation"));
      tries.add(with(location.get(), fresh, at));
    }
    tries.add(at);
    return tries;
  }

  private static Addressing.Found.At with(
      MessageExpression location, JsonValue id, Addressing.Found.At at) {
    return new Addressing.Found.At(
        at.topic(),
        Pointed.headersWith(location, at.headers(), id),
        Pointed.payloadWith(location, at.payload(), id));
  }

  private Production written(
      Target target,
      Basis basis,
      Addressing.Found.At at,
      Optional<JsonValue> key,
      boolean isMarked) {
    MessageSpec message = basis.message();
    boolean isTombstone = at.payload() instanceof JsonNull;
    Optional<Bytes> value =
        isTombstone ? Optional.empty() : Payloads.written(message, at.payload());
    Optional<Bytes> keyBytes = key.flatMap(each -> Payloads.writtenKey(message.keyContent(), each));
    if ((value.isEmpty() && !isTombstone) || (keyBytes.isEmpty() && key.isPresent())) {
      return new Production.Refused(
          "a "
              + (keyBytes.isEmpty() && key.isPresent() ? "key" : "payload")
              + " of "
              + shown(message)
              + " cannot be written as "
              + message.contentType()
              + " from what was found or given");
    }
    List<Header> headers = new ArrayList<>();
    at.headers()
        .members()
        .forEach((name, text) -> headers.add(new Header(name, Payloads.text(text))));
    if (isMarked) {
      headers.add(provenance);
    }
    MessageDelivery delivery = delivery(at.topic(), keyBytes, value, headers);
    List<Breach> breaches =
        MessageJudge.only(target.channel(), List.of(message), at.topic()).judge(delivery);
    return breaches.isEmpty()
        ? new Production.Made(
            new Draft(
                target.operation(),
                message.name(),
                basis.origin(),
                at.topic(),
                keyBytes,
                value,
                headers,
                isTombstone ? Optional.empty() : Optional.of(at.payload()),
                message
                    .correlationId()
                    .flatMap(
                        id -> Pointed.in(id.location(), at.headers(), Optional.of(at.payload())))))
        : new Production.Refused(
            "the contract forbids this message (" + basis.origin() + ")", breaches);
  }

  private static MessageDelivery delivery(
      String topic, Optional<Bytes> key, Optional<Bytes> value, List<Header> headers) {
    return new MessageDelivery(
        "", "", topic, 0, 0, Instant.EPOCH, Instant.EPOCH, Optional.empty(), key, value, headers);
  }

  private Optional<JsonValue> made(MessageSpec message, String path) {
    return message.content().isEmpty()
        ? Optional.of(JsonObject.EMPTY)
        : payloads.make(message.content().get(), path);
  }

  /// The headers, of which those that tell the media type tell the message's, with those that were asked for.
  private static JsonObject all(MessageSpec message, JsonObject made, Order order) {
    JsonObject headers = made;
    for (String name : made.members().keySet()) {
      if (TYPE_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
        headers = headers.with(name, new JsonString(message.contentType().toString()));
      }
    }
    for (Map.Entry<String, String> asked : new java.util.TreeMap<>(order.headers()).entrySet()) {
      headers = headers.with(asked.getKey(), new JsonString(asked.getValue()));
    }
    return headers;
  }

  private static Optional<String> registryNeeded(MessageSpec message) {
    return message.bindings().stream()
        .filter(KafkaBinding.OfMessage.class::isInstance)
        .map(KafkaBinding.OfMessage.class::cast)
        .filter(binding -> binding.schemaIdLocation().isPresent())
        .findFirst()
        .map(
            binding ->
                shown(message)
                    + " carries the id of a schema in a registry ("
                    + binding.at().place().shortForm()
                    + "), which is not known here");
  }

  private static String shown(MessageSpec message) {
    return message.name() + " (" + message.place().shortForm() + ")";
  }
}
