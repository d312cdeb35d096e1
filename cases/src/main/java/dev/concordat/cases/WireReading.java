package dev.concordat.cases;

import dev.concordat.contracts.breach.Breach;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.Parameter;
import dev.concordat.contracts.openapi.HttpJudge;
import dev.concordat.contracts.openapi.Routed;
import dev.concordat.model.exchange.HttpRequestMessage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// A request as the provider of an operation reads it from the wire. What is still wrong then is wrong.
record WireReading(HttpOperation operation, HttpJudge judge) {

  /// Why a request does not keep the contract, or is another operation's; nothing when it is valid.
  Optional<String> invalid(HttpRequestMessage request) {
    List<Breach> breaches = judge.judgeRequest(request);
    if (!breaches.isEmpty()) {
      return Optional.of("it breaks the contract itself: " + breaches.getFirst().message());
    }
    return pathValues(request).isPresent()
        ? Optional.empty()
        : Optional.of("its path belongs to another operation");
  }

  /// Whether nothing is wrong with a parameter.
  boolean keeps(HttpRequestMessage request, Parameter parameter) {
    return pathValues(request).isPresent()
        && judge.judgeRequest(request).stream()
            .noneMatch(breach -> breach.pointer().equals(parameter.pointer()));
  }

  /// Whether a request breaks what it should and nothing else.
  boolean breaksOnly(HttpRequestMessage request, Predicate<Breach> isMeant) {
    List<Breach> breaches = judge.judgeRequest(request);
    return pathValues(request).isPresent()
        && !breaches.isEmpty()
        && breaches.stream().allMatch(isMeant);
  }

  /// The path's parameters as the provider gets them; nothing when the request belongs to another operation.
  Optional<Map<String, String>> pathValues(HttpRequestMessage request) {
    return judge
        .route(request)
        .filter(routed -> routed.operation().equals(operation))
        .map(Routed::pathValues);
  }
}
