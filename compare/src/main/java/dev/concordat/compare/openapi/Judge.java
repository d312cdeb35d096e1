package dev.concordat.compare.openapi;

import dev.concordat.contracts.breach.Breach;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.ParameterLocation;
import dev.concordat.contracts.openapi.HttpJudge;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.openapi.OutgoingJudge;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import java.util.List;
import java.util.Optional;

/// What one contract says of messages at an endpoint. Requests of clients find their operation by their path, as they do on
/// the wire.
final class Judge {
  private final OpenApiContract contract;
  private final HttpJudge incoming;
  private final OutgoingJudge outgoing;

  Judge(OpenApiContract contract) {
    this.contract = contract;
    this.incoming = new HttpJudge(contract);
    this.outgoing = new OutgoingJudge(contract);
  }

  OpenApiContract contract() {
    return contract;
  }

  /// Whether the request is one of that operation.
  boolean reaches(Endpoint endpoint, HttpOperation operation, HttpRequestMessage request) {
    return switch (endpoint.kind()) {
      case WEBHOOK, CALLBACK -> true;
      case OPERATION, DOCUMENT ->
          incoming
              .route(request)
              .filter(routed -> isSame(routed.operation(), operation))
              .isPresent();
    };
  }

  @SuppressWarnings("ReferenceEquality")
  private static boolean isSame(HttpOperation one, HttpOperation other) {
    return one == other;
  }

  /// @param operation what this contract has of the endpoint
  List<Breach> request(
      Endpoint endpoint, Optional<HttpOperation> operation, HttpRequestMessage request) {
    return switch (endpoint.kind()) {
      case WEBHOOK, CALLBACK ->
          operation.map(it -> outgoing.judgeRequest(it, request)).orElse(List.of());
      case OPERATION, DOCUMENT ->
          incoming.judgeRequest(request).stream()
              .filter(breach -> operation.map(it -> isPossible(breach, it)).orElse(true))
              .toList();
    };
  }

  /// A parameter of the path for which the path has no braces cannot be sent, so that it is absent says nothing.
  private static boolean isPossible(Breach breach, HttpOperation operation) {
    return breach.kind() != Breach.Kind.MISSING_PARAMETER
        || operation.parameters(ParameterLocation.PATH).stream()
            .filter(each -> !ParameterPairs.isInPath(each.name(), operation))
            .noneMatch(each -> breach.pointer().equals(each.pointer()));
  }

  List<Breach> response(
      Endpoint endpoint,
      Optional<HttpOperation> operation,
      HttpRequestMessage request,
      HttpResponseMessage response) {
    return switch (endpoint.kind()) {
      case WEBHOOK, CALLBACK ->
          operation.map(it -> outgoing.judgeResponse(it, request, response)).orElse(List.of());
      case OPERATION, DOCUMENT -> incoming.judgeResponse(request, response);
    };
  }
}
