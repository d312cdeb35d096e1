package dev.concordat.contracts.openapi;

import dev.concordat.contracts.breach.Breach;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import java.util.List;
import java.util.Optional;

/// Judges exchanges by an OpenAPI contract. Only first causes are told: an undocumented status hides what follows from it, a
/// wrong media type hides the body. Thread-safe.
public final class HttpJudge {
  private final OpenApiContract contract;
  private final RequestJudge requests;
  private final ResponseJudge responses = new ResponseJudge();

  public HttpJudge(OpenApiContract contract) {
    this.contract = contract;
    this.requests = new RequestJudge(contract);
  }

  /// The operation that a request belongs to.
  public Optional<Routed> route(HttpRequestMessage request) {
    return contract.route(request.method(), request.path());
  }

  /// What the consumer sent against the contract. A preflight (`OPTIONS`) that is not documented breaks nothing.
  public List<Breach> judgeRequest(HttpRequestMessage request) {
    Optional<Routed> routed = route(request);
    return routed.isEmpty()
        ? requests.judgeUnrouted(request)
        : requests.judge(routed.get(), request);
  }

  /// What the provider answered against the contract. Nothing is said about a request that belongs to no operation.
  public List<Breach> judgeResponse(HttpRequestMessage request, HttpResponseMessage response) {
    return route(request)
        .map(routed -> responses.judge(routed.operation(), request.method(), response))
        .orElseGet(List::of);
  }
}
