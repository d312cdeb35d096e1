package dev.concordat.compare.need;

import dev.concordat.model.json.JsonValue;

/// A language of values, as far as JSON Schema can say it: from above and from below.
///
/// @param over a schema that accepts every value of the language, and perhaps others
/// @param under a schema that accepts only values of the language
record Bounds(JsonValue over, JsonValue under) {
  static final Bounds ANY = exactly(Terms.ANY);

  static Bounds exactly(JsonValue schema) {
    return new Bounds(schema, schema);
  }
}
