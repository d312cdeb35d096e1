package dev.concordat.compare.openapi;

import dev.concordat.contracts.http.MediaType;
import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.contracts.http.Parameter;
import dev.concordat.model.json.JsonValue;
import java.util.Map;
import java.util.Optional;

/// What a request is to show. What is not told here is as small as it can be.
///
/// @param parameters of the sender by their pointers, `query:limit`: what they hold, or nothing for those that are left out
record RequestPlan(Map<String, Optional<JsonValue>> parameters, Body body) {
  /// As little as the sender may send.
  static final RequestPlan SMALLEST = new RequestPlan(Map.of(), new Body.AsNeeded());

  /// The body.
  sealed interface Body {
    /// There is one if the sender must send it, or if the receiver wants one and the sender may send it.
    record AsNeeded() implements Body {}

    /// There is none.
    record None() implements Body {}

    /// This value.
    record Holding(MediaTypeSpec type, JsonValue value) implements Body {}

    /// Any value in this media type.
    ///
    /// @param concrete the type itself where the contract has a range
    record OfType(MediaTypeSpec type, MediaType concrete) implements Body {}
  }

  static RequestPlan with(Parameter parameter, JsonValue value) {
    return SMALLEST.withParameter(parameter, Optional.of(value));
  }

  static RequestPlan without(Parameter parameter) {
    return SMALLEST.withParameter(parameter, Optional.empty());
  }

  static RequestPlan with(Body body) {
    return new RequestPlan(Map.of(), body);
  }

  private RequestPlan withParameter(Parameter parameter, Optional<JsonValue> value) {
    return new RequestPlan(Map.of(parameter.pointer(), value), body);
  }
}
