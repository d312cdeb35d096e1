package dev.concordat.compare.need;

import dev.concordat.compare.need.Findings.Draft;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.inclusion.Reading;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.openapi.Routed;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.Position.Part;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.finding.AgreeNeedRules;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.place.Place;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Says of calls that a consumer makes whether a provider's OpenAPI contract meets them. Not thread-safe.
public final class HttpNeeds {
  private static final int NOT_FOUND = 404;
  private static final int METHOD_NOT_ALLOWED = 405;

  private final OpenApiContract provider;
  private final Questions questions;
  private final RequestCheck requests;

  /// @param sender how the provider's schemas are read where it sends
  public HttpNeeds(OpenApiContract provider, Reading sender) {
    this.provider = provider;
    this.questions = new Questions(sender);
    this.requests = new RequestCheck(provider);
  }

  /// The operation that a call is for.
  public Optional<HttpOperation> operationOf(HttpNeed need) {
    HttpRequestMessage sent = need.request().message();
    return provider.route(sent.method(), sent.path()).map(Routed::operation);
  }

  /// What the provider's contract does not meet, in the order of the message: request first.
  public List<Difference> differences(HttpNeed need) {
    return differences(need, false);
  }

  /// The same, each part of an answer that may be other than it is needed by itself.
  public List<Difference> detailed(HttpNeed need) {
    return differences(need, true);
  }

  private List<Difference> differences(HttpNeed need, boolean isDetailed) {
    Optional<HttpOperation> routed = operationOf(need);
    if (routed.isEmpty()) {
      return List.of(unknown(need));
    }
    HttpOperation operation = routed.get();
    var findings = new HttpFindings(need, operation.methodAndPath());
    HttpRequestMessage sent = OnTheWire.of(need.request(), operation);
    CredentialCheck.check(findings, operation, sent);
    new UnspokenCheck(findings, operation).check();
    new SentPartCheck(findings).check(operation);
    boolean isTaken = requests.check(findings, operation, sent);
    if (isTaken && !need.expectsRefusal()) {
      new SentLanguageCheck(findings, questions).check(operation, sent);
    }
    need.response()
        .ifPresent(
            response ->
                new ResponseCheck(findings, operation, response, questions, isDetailed).check());
    return findings.differences();
  }

  private Difference unknown(HttpNeed need) {
    HttpRequestMessage sent = need.request().message();
    String asked = sent.method() + " " + sent.path();
    Set<String> allowed = provider.allowedMethods(sent.path());
    boolean isExpected =
        need.response()
            .filter(it -> it.status() == NOT_FOUND || it.status() == METHOD_NOT_ALLOWED)
            .isPresent();
    String message =
        allowed.isEmpty()
            ? "no operation has the path " + sent.path()
            : sent.path() + " has no " + sent.method() + ", only " + String.join(", ", allowed);
    var findings = new HttpFindings(need, asked);
    findings.add(
        Draft.of(
                AgreeNeedRules.OPERATION_UNKNOWN,
                isExpected ? Impact.RISKY : Impact.BREAKS,
                Part.OPERATION,
                "",
                message + (isExpected ? ", which is what the consumer expects" : ""))
            .shown(findings.refused(sent, message))
            .against(
                allowed.stream()
                    .findFirst()
                    .flatMap(method -> provider.route(method, sent.path()))
                    .map(found -> HttpFindings.sentence(found.operation()))
                    .orElseGet(() -> new Sentence(Place.of(provider.file()), provider.title())))
            .alias(PactflowCodes.error("request.path-or-method.unknown")));
    return findings.differences().getFirst();
  }
}
