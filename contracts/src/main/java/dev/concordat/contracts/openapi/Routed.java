package dev.concordat.contracts.openapi;

import dev.concordat.contracts.http.HttpOperation;
import java.util.Map;

/// The operation that a concrete request belongs to.
///
/// @param pathValues the path's parameters by name, still percent-encoded
public record Routed(HttpOperation operation, Map<String, String> pathValues) {
  public Routed {
    pathValues = Map.copyOf(pathValues);
  }
}
