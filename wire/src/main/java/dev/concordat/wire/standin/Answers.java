package dev.concordat.wire.standin;

import dev.concordat.contracts.breach.Breach;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.ResponseSpec;
import dev.concordat.contracts.openapi.HttpJudge;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.openapi.Routed;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a stand-in says to a request.
final class Answers {
  private static final int OK = 200;
  private static final int NO_CONTENT = 204;
  private static final int BAD_REQUEST = 400;
  private static final int NOT_FOUND = 404;
  private static final int METHOD_NOT_ALLOWED = 405;
  private static final int NOT_IMPLEMENTED = 501;

  private final OpenApiContract contract;
  private final HttpJudge judge;
  private final DocumentedResponses responses;
  private final ProblemAnswers problems;

  Answers(String system, OpenApiContract contract, AnswerSource values) {
    this.contract = contract;
    this.judge = new HttpJudge(contract);
    this.responses = new DocumentedResponses(values);
    this.problems = new ProblemAnswers(system);
  }

  HttpResponseMessage to(HttpRequestMessage request) {
    List<Breach> breaches = judge.judgeRequest(request);
    if (!breaches.isEmpty()) {
      return refusal(request, breaches);
    }
    Optional<Routed> routed = judge.route(request);
    return routed.isEmpty() ? preflight(request) : answer(routed.get().operation(), request);
  }

  HttpResponseMessage unreadable(String reason) {
    return problems.of(BAD_REQUEST, reason, List.of(), List.of());
  }

  private HttpResponseMessage refusal(HttpRequestMessage request, List<Breach> breaches) {
    Breach first = breaches.getFirst();
    return switch (first.kind()) {
      case UNKNOWN_OPERATION -> problems.of(NOT_FOUND, first.message(), breaches, List.of());
      case METHOD_NOT_ALLOWED ->
          problems.of(METHOD_NOT_ALLOWED, first.message(), breaches, List.of(allow(request)));
      default -> problems.of(BAD_REQUEST, first.message(), breaches, List.of());
    };
  }

  private Header allow(HttpRequestMessage request) {
    return new Header("Allow", String.join(", ", contract.allowedMethods(request.path())));
  }

  /// An undocumented OPTIONS: browsers ask it of every server.
  private HttpResponseMessage preflight(HttpRequestMessage request) {
    return new HttpResponseMessage(NO_CONTENT, List.of(allow(request)), Bytes.EMPTY);
  }

  private HttpResponseMessage answer(HttpOperation operation, HttpRequestMessage request) {
    Optional<ResponseSpec> success = success(operation);
    if (success.isEmpty()) {
      return problems.of(
          NOT_IMPLEMENTED,
          operation.methodAndPath() + " documents no response",
          operation.place(),
          operation.sourceLine());
    }
    ResponseSpec spec = success.get();
    return responses
        .answer(status(spec), spec, request)
        .orElseGet(
            () ->
                problems.of(
                    NOT_IMPLEMENTED,
                    "no value can be made for this response, and it has no example",
                    spec.place(),
                    spec.sourceLine()));
  }

  /// The first 2xx, else `default`, else whatever is first.
  private static Optional<ResponseSpec> success(HttpOperation operation) {
    return operation.responses().stream()
        .filter(response -> response.status().startsWith("2"))
        .findFirst()
        .or(
            () ->
                operation.responses().stream()
                    .filter(response -> response.status().equals(ResponseSpec.DEFAULT))
                    .findFirst())
        .or(() -> operation.responses().stream().findFirst());
  }

  /// The status itself; of a range its first; 200 for `default`.
  private static int status(ResponseSpec spec) {
    String digits = spec.status().toUpperCase(Locale.ROOT).replace('X', '0');
    boolean isNumber = digits.length() == 3 && digits.chars().allMatch(Character::isDigit);
    return isNumber ? Integer.parseInt(digits) : OK;
  }
}
