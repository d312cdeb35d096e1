package dev.concordat.compare.need;

import dev.concordat.contracts.schema.Schema;
import dev.concordat.model.json.JsonValue;
import java.util.function.Predicate;

/// A set of values: those that an example and its matchers stand for.
///
/// @param over accepts every value of it, and perhaps others
/// @param under accepts only values of it, and perhaps not all
/// @param matcher whether a value belongs to it, as the consumer's own tool would say
public record Language(Schema over, Schema under, Predicate<JsonValue> matcher) {
  /// Whether a value belongs to it.
  public boolean has(JsonValue value) {
    return matcher.test(value);
  }
}
