package dev.concordat.contracts.protobuf;

import dev.concordat.model.json.JsonObject;
import java.util.List;
import java.util.Optional;

/// A service with its methods.
public record ServiceSpec(
    String fullName, String name, List<Method> methods, JsonObject options, Located located) {
  public ServiceSpec {
    methods = List.copyOf(methods);
  }

  /// A method.
  ///
  /// @param fullName `shop.v1.Orders/Place`, as on the wire without the leading `/`
  /// @param requestType the full name of the message type
  /// @param idempotency `NO_SIDE_EFFECTS`, `IDEMPOTENT` or `IDEMPOTENCY_UNKNOWN`
  /// @param http the `google.api.http` annotation, as in its definition; empty where there is none
  public record Method(
      String fullName,
      String name,
      String requestType,
      String responseType,
      boolean isClientStreaming,
      boolean isServerStreaming,
      String idempotency,
      Optional<JsonObject> http,
      JsonObject options,
      Located located) {}

  public Optional<Method> method(String name) {
    return methods.stream().filter(method -> method.name().equals(name)).findFirst();
  }
}
