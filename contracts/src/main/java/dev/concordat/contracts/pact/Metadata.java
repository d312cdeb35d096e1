package dev.concordat.contracts.pact;

import dev.concordat.model.json.JsonValue;
import java.util.Map;
import java.util.Optional;

/// The metadata of messages.
final class Metadata {
  private Metadata() {}

  static boolean isContentType(String name) {
    return name.equalsIgnoreCase("contentType") || name.equalsIgnoreCase("content-type");
  }

  static Optional<String> contentType(Map<String, JsonValue> metadata) {
    return metadata.entrySet().stream()
        .filter(entry -> isContentType(entry.getKey()))
        .map(entry -> Fields.text(entry.getValue()))
        .findFirst();
  }
}
