package dev.concordat.contracts.arazzo;

import dev.concordat.model.json.JsonValue;
import dev.concordat.model.place.Place;

/// A value that a document gives.
public sealed interface Value {
  /// Where it is written.
  Place place();

  /// JSON in which texts may be runtime expressions (`$inputs.id`) or hold some (`id-{$inputs.id}`), and objects selectors.
  record Given(JsonValue json, Place place) implements Value {}

  /// A piece of structured data.
  ///
  /// @param context a runtime expression
  record Selected(String context, String selector, Language language, Place place)
      implements Value {}
}
