package dev.concordat.conform.talk;

import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.model.exchange.HttpRequestMessage;
import java.util.Optional;

/// One request of a run with its expectation and its reason.
///
/// @param id stable for the same contract and seed: `placeOrder/invalid/lines-0-quantity-maximum`
/// @param request without credentials where {@code identity} says whose to add
/// @param deviation the one thing that is wrong with it; absent for a request that keeps the contract
public record Trial(
    String id,
    HttpOperation operation,
    HttpRequestMessage request,
    Identity identity,
    Expected expected,
    Reason reason,
    Optional<Deviation> deviation) {

  /// The same with another request.
  public Trial with(HttpRequestMessage other) {
    return new Trial(id, operation, other, identity, expected, reason, deviation);
  }

  /// The same as somebody else.
  public Trial as(Identity other) {
    return new Trial(id, operation, request, other, expected, reason, deviation);
  }
}
