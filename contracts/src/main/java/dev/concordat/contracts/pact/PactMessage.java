package dev.concordat.contracts.pact;

import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.json.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// A message as it really was.
///
/// @param metadata its headers, or what else came with it
public record PactMessage(Bytes contents, Map<String, JsonValue> metadata) {
  public PactMessage {
    metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
  }
}
