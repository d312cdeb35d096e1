package dev.concordat.contracts.openapi;

import dev.concordat.contracts.breach.Breach;
import dev.concordat.contracts.http.Callback;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.place.Place;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Judges what a provider sends on its own, webhooks and callbacks, and what it is answered. Here the provider is the
/// client. No address tells which one is meant, so the caller names it. Thread-safe.
public final class OutgoingJudge {
  private final OpenApiContract contract;
  private final RequestJudge requests;
  private final ResponseJudge responses = new ResponseJudge();

  public OutgoingJudge(OpenApiContract contract) {
    this.contract = contract;
    this.requests = new RequestJudge(contract);
  }

  /// What the provider sent against the webhook of that name.
  public List<Breach> judgeWebhookRequest(String name, HttpRequestMessage request) {
    return judgeRequest("the webhook '" + name + "'", webhook(name), request);
  }

  /// What the provider was answered.
  public List<Breach> judgeWebhookResponse(
      String name, HttpRequestMessage request, HttpResponseMessage response) {
    return judgeResponse(webhook(name), request, response);
  }

  /// What the provider sent against the callback of an operation.
  public List<Breach> judgeCallbackRequest(
      String operationId, String name, HttpRequestMessage request) {
    String noun = "the callback '" + name + "' of " + operationId;
    return judgeRequest(noun, callback(operationId, name), request);
  }

  /// What the provider was answered.
  public List<Breach> judgeCallbackResponse(
      String operationId, String name, HttpRequestMessage request, HttpResponseMessage response) {
    return judgeResponse(callback(operationId, name), request, response);
  }

  /// What the provider sent against a webhook's or callback's own operation, whatever its address is.
  public List<Breach> judgeRequest(HttpOperation operation, HttpRequestMessage request) {
    return requests.judge(new Routed(operation, Map.of()), request);
  }

  /// What the provider was answered, by a webhook's or callback's own operation.
  public List<Breach> judgeResponse(
      HttpOperation operation, HttpRequestMessage request, HttpResponseMessage response) {
    return responses.judge(operation, request.method(), response);
  }

  private List<HttpOperation> webhook(String name) {
    return contract.webhooks().stream()
        .filter(webhook -> webhook.name().equals(name))
        .map(Webhook::operation)
        .toList();
  }

  private List<HttpOperation> callback(String operationId, String name) {
    return contract
        .operation(operationId)
        .map(HttpOperation::callbacks)
        .orElseGet(List::of)
        .stream()
        .filter(callback -> callback.name().equals(name))
        .map(Callback::operation)
        .toList();
  }

  private List<Breach> judgeRequest(
      String noun, List<HttpOperation> documented, HttpRequestMessage request) {
    if (documented.isEmpty()) {
      return List.of(unknown(noun, request));
    }
    // A callback may have several addresses; the request is judged as the one it fits best.
    return withMethod(documented, request).stream()
        .map(operation -> requests.judge(new Routed(operation, Map.of()), request))
        .min(Comparator.comparingInt(List::size))
        .orElseGet(() -> List.of(otherMethod(noun, documented, request)));
  }

  private List<Breach> judgeResponse(
      List<HttpOperation> documented, HttpRequestMessage request, HttpResponseMessage response) {
    return withMethod(documented, request).stream()
        .map(operation -> responses.judge(operation, request.method(), response))
        .min(Comparator.comparingInt(List::size))
        .orElseGet(List::of);
  }

  private static List<HttpOperation> withMethod(
      List<HttpOperation> documented, HttpRequestMessage request) {
    return documented.stream()
        .filter(operation -> operation.method().equals(request.method()))
        .toList();
  }

  private Breach unknown(String noun, HttpRequestMessage request) {
    return new Breach(
        Breach.Kind.UNKNOWN_OPERATION,
        noun,
        "path",
        Place.of(contract.file()),
        contract.title(),
        contract.file() + " has not " + noun,
        "a documented webhook or callback",
        request.method() + " " + request.path());
  }

  private static Breach otherMethod(
      String noun, List<HttpOperation> documented, HttpRequestMessage request) {
    String methods =
        documented.stream()
            .map(HttpOperation::method)
            .collect(Collectors.toCollection(TreeSet::new))
            .stream()
            .collect(Collectors.joining(", "));
    return new Breach(
        Breach.Kind.METHOD_NOT_ALLOWED,
        noun,
        "method",
        documented.getFirst().place(),
        documented.getFirst().sourceLine(),
        noun + " has no " + request.method(),
        methods,
        request.method());
  }
}
