package dev.concordat.contracts.openapi;

import dev.concordat.contracts.breach.Breach;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.tree.BodyJson;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import java.util.List;
import java.util.Optional;

/// Judges exchanges by an OpenAPI contract. Only first causes are told: an undocumented status hides what follows from it, a
/// wrong media type hides the body. Thread-safe.
public final class HttpJudge {
  private final Routes routes;
  private final RequestJudge requests;
  private final ResponseJudge responses = new ResponseJudge();

  public HttpJudge(OpenApiContract contract) {
    this.routes = new Routes(contract);
    this.requests = new RequestJudge(contract);
  }

  /// The operation that a request belongs to.
  public Optional<Routed> route(HttpRequestMessage request) {
    return routes.route(request.method(), request.path());
  }

  /// What the consumer sent against the contract. A preflight (`OPTIONS`) that is not documented breaks nothing.
  public List<Breach> judgeRequest(HttpRequestMessage request) {
    Optional<Routed> routed = route(request);
    return routed.isEmpty()
        ? requests.judgeUnrouted(request, routes)
        : requests.judge(routed.get(), request);
  }

  /// What the consumer sent, when the operation it belongs to is known.
  public List<Breach> judgeRequest(Routed routed, HttpRequestMessage request) {
    return requests.judge(routed, request);
  }

  /// The same of a request whose body others read too.
  ///
  /// @param json the request's body
  public List<Breach> judgeRequest(Routed routed, HttpRequestMessage request, BodyJson json) {
    return requests.judge(routed, request, json);
  }

  /// What an operation answered.
  ///
  /// @param method of the request, which may be HEAD where the operation is a GET
  public List<Breach> judgeResponse(
      HttpOperation operation, String method, HttpResponseMessage response) {
    return responses.judge(operation, method, response);
  }

  /// What the provider answered against the contract. Nothing is said about a request that belongs to no operation.
  public List<Breach> judgeResponse(HttpRequestMessage request, HttpResponseMessage response) {
    return judgeResponse(request, response, new BodyJson(response.body()));
  }

  /// The same of an answer whose body others read too.
  ///
  /// @param json the response's body
  public List<Breach> judgeResponse(
      HttpRequestMessage request, HttpResponseMessage response, BodyJson json) {
    return route(request)
        .map(routed -> responses.judge(routed.operation(), request.method(), response, json))
        .orElseGet(List::of);
  }
}
