package dev.concordat.compare.asyncapi;

import dev.concordat.contracts.asyncapi.MessageSpec;
import dev.concordat.model.comparison.WitnessMessage;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.MessageDelivery;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A message that is made up.
///
/// @param key as a value, where there is a key
/// @param payload as a value
/// @param bytes the payload where it is not JSON
record Sample(
    String address,
    JsonObject headers,
    Optional<JsonValue> key,
    JsonValue payload,
    Optional<Bytes> bytes) {

  Sample withHeaders(JsonObject other) {
    return new Sample(address, other, key, payload, bytes);
  }

  Sample withKey(JsonValue other) {
    return new Sample(address, headers, Optional.of(other), payload, bytes);
  }

  Sample withPayload(JsonValue other) {
    return new Sample(address, headers, key, other, Optional.empty());
  }

  /// Says what it is of, as brokers carry it.
  Sample ofType(MessageSpec message) {
    return withHeaders(
        headers.with("content-type", new JsonString(message.contentType().toString())));
  }

  WitnessMessage shown() {
    return new WitnessMessage.Message(address, headers, payload);
  }

  /// The message as a broker delivers it.
  MessageDelivery delivery() {
    var sent = new ArrayList<Header>();
    headers.members().forEach((name, value) -> add(sent, name, value));
    return new MessageDelivery(
        "",
        "",
        address,
        0,
        0,
        Instant.EPOCH,
        Instant.EPOCH,
        Optional.empty(),
        key.map(Sample::text).map(Bytes::utf8),
        bytes.or(() -> Optional.of(Bytes.utf8(payload.toString()))),
        sent);
  }

  private static void add(List<Header> headers, String name, JsonValue value) {
    if (value instanceof JsonArray several) {
      several.items().forEach(item -> headers.add(new Header(name, text(item))));
    } else {
      headers.add(new Header(name, text(value)));
    }
  }

  private static String text(JsonValue value) {
    return value instanceof JsonString(String text) ? text : value.toString();
  }
}
