package dev.concordat.contracts.pact;

import dev.concordat.model.json.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// What must be true of the provider before an interaction.
public record ProviderState(String name, Map<String, JsonValue> parameters) {
  public ProviderState {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }
}
