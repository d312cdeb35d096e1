package dev.concordat.engine.resilience;

import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.MessageDelivery;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// By what a subscriber can tell that a message has come before: an id that is the message's own, not one of what it is about.
public final class MessageIdentity {
  private static final Set<String> NAMES =
      Set.of("eventid", "messageid", "ceid", "idempotencykey", "xmessageid", "xeventid");

  private MessageIdentity() {}

  /// Where the message has one: `/eventId`, `header ce_id`; empty for none.
  public static Optional<String> in(MessageDelivery message) {
    Optional<String> header =
        message.headers().stream()
            .map(Header::name)
            .filter(name -> NAMES.contains(plain(name)))
            .map(name -> "header " + name)
            .findFirst();
    return header.or(
        () ->
            message.value().filter(it -> !it.isCut()).map(Bytes::toArray).stream()
                .flatMap(bytes -> JsonParser.parse(bytes).value().stream())
                .flatMap(value -> in(value).stream())
                .findFirst());
  }

  /// At the top, or one member below it, where envelopes have theirs.
  private static Optional<String> in(JsonValue value) {
    if (!(value instanceof JsonObject object)) {
      return Optional.empty();
    }
    if (object.member("specversion").isPresent() && object.member("id").isPresent()) {
      return Optional.of("/id");
    }
    Optional<String> own = named(object);
    return own.or(
        () ->
            object.members().entrySet().stream()
                .filter(it -> it.getValue() instanceof JsonObject)
                .flatMap(
                    it ->
                        named((JsonObject) it.getValue()).stream()
                            .map(below -> "/" + it.getKey() + below))
                .findFirst());
  }

  private static Optional<String> named(JsonObject object) {
    return object.members().entrySet().stream()
        .filter(it -> !(it.getValue() instanceof JsonObject))
        .map(Map.Entry::getKey)
        .filter(name -> NAMES.contains(plain(name)))
        .map(name -> "/" + name)
        .findFirst();
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }
}
