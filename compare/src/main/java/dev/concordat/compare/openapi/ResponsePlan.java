package dev.concordat.compare.openapi;

import dev.concordat.contracts.http.MediaType;
import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.contracts.http.ResponseSpec;
import dev.concordat.model.json.JsonValue;
import java.util.Map;
import java.util.Optional;

/// What a response is to show. What is not told here is as small as it can be.
///
/// @param spec what the sender says of it
/// @param status one that the sender means by it
/// @param headers by name: what they hold, or nothing for those that are left out
record ResponsePlan(
    ResponseSpec spec, int status, Map<String, Optional<JsonValue>> headers, Body body) {
  /// The body.
  sealed interface Body {
    /// A small one, in a media type that the receiver knows if there is one.
    record Any() implements Body {}

    /// There is none.
    record None() implements Body {}

    /// This value.
    record Holding(MediaTypeSpec type, JsonValue value) implements Body {}

    /// Any value in this media type.
    ///
    /// @param concrete the type itself where the contract has a range
    record OfType(MediaTypeSpec type, MediaType concrete) implements Body {}
  }

  static ResponsePlan of(ResponseSpec spec, int status) {
    return new ResponsePlan(spec, status, Map.of(), new Body.Any());
  }

  ResponsePlan withHeader(String name, Optional<JsonValue> value) {
    return new ResponsePlan(spec, status, Map.of(name, value), body);
  }

  ResponsePlan withBody(Body other) {
    return new ResponsePlan(spec, status, headers, other);
  }
}
