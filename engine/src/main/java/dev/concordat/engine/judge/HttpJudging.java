package dev.concordat.engine.judge;

import dev.concordat.cases.Expectation;
import dev.concordat.contracts.breach.Breach;
import dev.concordat.contracts.breach.BreachRules;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.ResponseSpec;
import dev.concordat.contracts.openapi.HttpJudge;
import dev.concordat.contracts.openapi.Routed;
import dev.concordat.engine.book.ContractBook;
import dev.concordat.model.exchange.HttpExchange;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.finding.ConformRules;
import dev.concordat.model.finding.Finding;
import dev.concordat.model.finding.Rule;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.finding.Side;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Judges exchanges of HTTP links by the provider's OpenAPI contracts.
final class HttpJudging {
  private static final int FIRST_SERVER_ERROR = 500;

  private final Map<String, List<HttpJudge>> judges = new HashMap<>();

  HttpJudging(ContractBook book) {
    for (ContractBook.Provided provided : book.provided()) {
      judges
          .computeIfAbsent(provided.system(), name -> new ArrayList<>())
          .add(new HttpJudge(provided.contract()));
    }
  }

  /// The operation of the provider's contracts that a request is for.
  Optional<Routed> routed(HttpExchange exchange) {
    return judges.getOrDefault(exchange.link().provider(), List.of()).stream()
        .flatMap(judge -> judge.route(exchange.request()).stream())
        .findFirst();
  }

  List<Finding> judge(HttpExchange exchange, CaseView in) {
    List<HttpJudge> provided = judges.getOrDefault(exchange.link().provider(), List.of());
    if (provided.isEmpty()) {
      return List.of();
    }
    HttpJudge judge =
        provided.stream()
            .filter(it -> it.route(exchange.request()).isPresent())
            .findFirst()
            .orElse(provided.getFirst());
    return exchange.link().isOurs() ? ours(judge, exchange, in) : theirs(judge, exchange, in);
  }

  /// A request of another system. One that breaks the contract is the consumer's fault, and then the answer says nothing
  /// about the provider. When Concordat itself began with a bad request, bad requests behind it prove nothing.
  private List<Finding> theirs(HttpJudge judge, HttpExchange exchange, CaseView in) {
    List<Breach> wrong = judge.judgeRequest(exchange.request());
    if (wrong.isEmpty()) {
      return answer(judge, exchange, in, Expectation.ANSWERED);
    }
    if (isRefusalExpected(in)) {
      return List.of();
    }
    String consumer = exchange.link().consumer();
    String why =
        consumer
            + " sent this request; "
            + exchange.link().provider()
            + " never promised to take it";
    return wrong.stream()
        .map(
            breach ->
                Findings.of(breach, BreachRules.of(breach.kind()), consumer, Side.CONSUMER, why)
                    .on(exchange, in.id()))
        .toList();
  }

  private static boolean isRefusalExpected(CaseView in) {
    return in.contractCase().filter(it -> it.expectation() == Expectation.REJECTED).isPresent();
  }

  private List<Finding> ours(HttpJudge judge, HttpExchange exchange, CaseView in) {
    Expectation expectation =
        in.contractCase().map(it -> it.expectation()).orElse(Expectation.ANSWERED);
    return answer(judge, exchange, in, expectation);
  }

  private List<Finding> answer(
      HttpJudge judge, HttpExchange exchange, CaseView in, Expectation expectation) {
    Optional<Routed> routed = judge.route(exchange.request());
    Optional<HttpResponseMessage> response = exchange.response();
    if (response.isEmpty() || exchange.failure().isPresent()) {
      return Silence.judge(exchange, routed, in);
    }
    int status = response.get().status();
    if (isServerError(routed, status, expectation)) {
      return List.of(serverError(exchange, routed, status, in));
    }
    if (expectation == Expectation.REJECTED && isSuccess(status)) {
      return List.of(against(ConformRules.INVALID_ACCEPTED, exchange, in, status));
    }
    List<Breach> breaches = judge.judgeResponse(exchange.request(), response.get());
    if (!breaches.isEmpty()) {
      String provider = exchange.link().provider();
      String why = provider + " gave this answer, and its own contract forbids it";
      return breaches.stream()
          .map(
              breach ->
                  Findings.of(breach, BreachRules.of(breach.kind()), provider, Side.PROVIDER, why)
                      .on(exchange, in.id()))
          .toList();
    }
    if (expectation == Expectation.ACCEPTED && status >= 400) {
      return List.of(against(ConformRules.VALID_REFUSED, exchange, in, status));
    }
    return List.of();
  }

  /// A 5xx is the contract's business only where it is listed: by its status, or its range. `default` means other errors,
  /// not that a request may make the server fall over.
  private static boolean isServerError(
      Optional<Routed> routed, int status, Expectation expectation) {
    if (status < FIRST_SERVER_ERROR || routed.isEmpty()) {
      return false;
    }
    Optional<ResponseSpec> spec = routed.get().operation().response(status);
    return spec.isEmpty()
        || (spec.get().status().equals(ResponseSpec.DEFAULT)
            && status == FIRST_SERVER_ERROR
            && expectation != Expectation.REJECTED);
  }

  private static Finding serverError(
      HttpExchange exchange, Optional<Routed> routed, int status, CaseView in) {
    String provider = exchange.link().provider();
    String message =
        exchange.request().method()
            + " "
            + exchange.request().path()
            + " was answered with "
            + status;
    return Findings.plain(
            ConformRules.SERVER_ERROR,
            provider,
            Side.PROVIDER,
            provider + " failed on a request that reached it; no other system answered for it",
            operation(routed, exchange),
            "status",
            message)
        .sentence(routed.map(Routed::operation).map(HttpJudging::sentence))
        .compare("a documented status", Integer.toString(status))
        .on(exchange, in.id());
  }

  /// What the contract case itself expects.
  private static Finding against(Rule rule, HttpExchange exchange, CaseView in, int status) {
    var tried = in.contractCase().orElseThrow();
    boolean isAccepted = isSuccess(status);
    String message =
        isAccepted
            ? tried.name() + " was accepted with " + status
            : tried.name() + " was refused with " + status;
    return Findings.plain(
            rule,
            tried.system(),
            Side.PROVIDER,
            tried.system() + " answered Concordat's request itself",
            tried.system() + "." + tried.operation().id(),
            isAccepted ? CaseTarget.of(tried) : "status",
            message)
        .sentence(Optional.of(CaseTarget.sentence(tried)))
        .compare(isAccepted ? "a refusal: 4xx" : "2xx", Integer.toString(status))
        .on(exchange, in.id());
  }

  private static boolean isSuccess(int status) {
    return status >= 200 && status < 300;
  }

  static Sentence sentence(HttpOperation operation) {
    return new Sentence(operation.place(), operation.sourceLine());
  }

  static String operation(Optional<Routed> routed, HttpExchange exchange) {
    String provider = exchange.link().provider();
    return routed
        .map(found -> provider + "." + found.operation().id())
        .orElseGet(() -> provider + " " + exchange.request().method());
  }
}
