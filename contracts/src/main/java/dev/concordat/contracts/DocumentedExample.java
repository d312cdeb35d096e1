package dev.concordat.contracts;

import dev.concordat.contracts.tree.Located;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.place.Place;

/// An example that a contract's author wrote down.
///
/// @param name its key under `examples`; empty for a lone `example`
/// @param written where the value stands
public record DocumentedExample(String name, JsonValue value, Located written) {
  /// Where the value stands.
  public Place place() {
    return written.place();
  }
}
