package dev.concordat.standin;

import dev.concordat.contracts.breach.Breach;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.openapi.HttpJudge;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.openapi.Routes;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.problem.DidYouMean;
import dev.concordat.standin.refusal.Refusal;
import dev.concordat.standin.refusal.Refusals;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Answers requests that belong to no operation: 404, 405 with Allow, and what browsers ask with OPTIONS.
final class Unrouted {
  private static final int NO_CONTENT = 204;

  private final OpenApiContract contract;
  private final HttpJudge judge;
  private final Routes routes;
  private final Refusals refusals;

  Unrouted(OpenApiContract contract, HttpJudge judge, Routes routes, Refusals refusals) {
    this.contract = contract;
    this.judge = judge;
    this.routes = routes;
    this.refusals = refusals;
  }

  HttpResponseMessage answer(HttpRequestMessage request) {
    Set<String> allowed = new TreeSet<>(contract.allowedMethods(request.path()));
    if (allowed.contains("GET")) {
      allowed.add("HEAD");
    }
    if (request.method().equals("OPTIONS")) {
      allowed.add("OPTIONS");
      return new HttpResponseMessage(NO_CONTENT, List.of(allow(allowed)), Bytes.EMPTY);
    }
    List<Breach> breaches = judge.judgeRequest(request);
    String message = breaches.isEmpty() ? "there is nothing here" : breaches.getFirst().message();
    if (allowed.isEmpty()) {
      return refusals.of(
          Refusal.of(List.of(404), message + nearest(request.path())), Optional.empty(), request);
    }
    allowed.add("OPTIONS");
    Optional<HttpOperation> neighbour =
        allowed.stream()
            .flatMap(method -> routes.route(method, request.path()).stream())
            .map(routed -> routed.operation())
            .findFirst();
    var refusal = new Refusal(List.of(405), message, breaches, List.of(allow(allowed)));
    // The neighbour's error shape is used if it documents 405, else a problem: no operation is
    // meant.
    return refusals.of(
        refusal,
        neighbour.filter(
            it -> it.responses().stream().anyMatch(response -> response.status().equals("405"))),
        request);
  }

  private static Header allow(Set<String> methods) {
    return new Header("Allow", String.join(", ", methods));
  }

  private String nearest(String path) {
    List<String> paths =
        contract.operations().stream()
            .map(operation -> contract.basePath() + operation.path().text())
            .distinct()
            .toList();
    return DidYouMean.nextSentence(path, paths);
  }
}
