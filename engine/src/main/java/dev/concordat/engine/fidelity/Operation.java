package dev.concordat.engine.fidelity;

import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.openapi.HttpJudge;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.schema.SchemaView;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.flowmap.ValuePlace;
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

  /// Where the value of a field begins.
  ValuePlace source(String field) {
    return new ValuePlace(ValuePlace.Kind.REQUEST, name(), Values.generalised(field));
  }

  /// What the contract says of a field: of a parameter or of a place in the body.
  List<SchemaView> described(String field) {
    int colon = field.startsWith("/") ? -1 : field.indexOf(':');
    if (colon > 0) {
      String name = field.substring(colon + 1);
      return operation.parameters().stream()
          .filter(it -> it.in().word().equals(field.substring(0, colon)))
          .filter(it -> it.name().equalsIgnoreCase(name))
          .flatMap(it -> it.schema().stream())
          .flatMap(it -> Described.at(it, "").stream())
          .toList();
    }
    return operation.body().stream()
        .flatMap(it -> it.content().stream())
        .filter(it -> it.mediaType().isJson())
        .flatMap(it -> it.schema().stream())
        .flatMap(it -> Described.at(it, field).stream())
        .toList();
  }

  /// The request that reads what this one has stored.
  Optional<HttpRequestMessage> readingBack(HttpRequestMessage sent, HttpResponseMessage answer) {
    return new ReadBack(contract, operation).after(sent, answer);
  }
}
