package dev.concordat.contracts.http;

import dev.concordat.model.json.JsonValue;
import dev.concordat.model.place.Place;
import java.util.List;
import java.util.Optional;

/// Where a client can go from a response: an operation, with what the exchange gives it.
///
/// @param operation the id of the operation it leads to; empty when it leads nowhere, which is a problem of the contract
/// @param server the address that takes the place of the contract's servers
public record LinkSpec(
    String name,
    Optional<String> operation,
    List<Argument> parameters,
    Optional<Content> body,
    Optional<String> server,
    Place place,
    String sourceLine) {
  public LinkSpec {
    parameters = List.copyOf(parameters);
  }

  /// A parameter of the operation and what it is given.
  ///
  /// @param in where the parameter travels, if the link says it (`path.id`)
  public record Argument(String name, Optional<ParameterLocation> in, Content value, Place place) {}

  /// What is given.
  public sealed interface Content {
    /// A part of the exchange.
    record Taken(RuntimeExpression expression) implements Content {}

    /// Always the same value.
    record Constant(JsonValue value) implements Content {}
  }
}
