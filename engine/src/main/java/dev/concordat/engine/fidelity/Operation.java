package dev.concordat.engine.fidelity;

import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.openapi.HttpJudge;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import java.util.List;
import java.util.Optional;

/// The operation whose values are followed.
///
/// @param system its provider
/// @param bases valid requests; values are put into the first one that is answered with success
public record Operation(
    String system,
    OpenApiContract contract,
    HttpOperation operation,
    List<HttpRequestMessage> bases) {
  public Operation {
    bases = List.copyOf(bases);
  }

  /// With its system: `orders.placeOrder`.
  public String name() {
    return system + "." + operation.id();
  }

  /// Whether a request keeps the contract and is one of this operation.
  boolean allows(HttpJudge judge, HttpRequestMessage request) {
    return judge
            .route(request)
            .filter(routed -> routed.operation().id().equals(operation.id()))
            .isPresent()
        && judge.judgeRequest(request).isEmpty();
  }

  /// The request that reads what this one has stored.
  Optional<HttpRequestMessage> readingBack(HttpRequestMessage sent, HttpResponseMessage answer) {
    return new ReadBack(contract, operation).after(sent, answer);
  }
}
