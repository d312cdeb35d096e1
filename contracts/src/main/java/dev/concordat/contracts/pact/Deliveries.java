package dev.concordat.contracts.pact;

import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.MessageDelivery;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Messages from a broker as Pact sees messages. A broker's topic and key are metadata in pact files under names of their
/// own; a content type that the broker does not carry cannot be missed.
final class Deliveries {
  private static final List<String> TOPIC_NAMES = List.of("topic", "kafka_topic", "destination");
  private static final List<String> KEY_NAMES = List.of("key", "kafka_messageKey");

  private Deliveries() {}

  static PactMessage message(ExpectedMessage expected, MessageDelivery delivery) {
    Map<String, JsonValue> metadata = new LinkedHashMap<>();
    for (Header header : delivery.headers()) {
      metadata.put(header.name(), new JsonString(header.value()));
    }
    for (String name : TOPIC_NAMES) {
      metadata.putIfAbsent(name, new JsonString(delivery.address()));
    }
    delivery
        .key()
        .ifPresent(
            key ->
                KEY_NAMES.forEach(name -> metadata.putIfAbsent(name, new JsonString(key.utf8()))));
    contentType(expected, metadata);
    return new PactMessage(delivery.value().orElse(Bytes.EMPTY), metadata);
  }

  private static void contentType(ExpectedMessage expected, Map<String, JsonValue> metadata) {
    JsonValue carried =
        metadata.entrySet().stream()
            .filter(entry -> Metadata.isContentType(entry.getKey()))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse(null);
    expected
        .metadata()
        .forEach(
            (name, wanted) -> {
              if (Metadata.isContentType(name)) {
                metadata.putIfAbsent(name, carried == null ? wanted : carried);
              }
            });
  }
}
