package dev.concordat.compare.stub;

import dev.concordat.compare.need.HttpNeed;
import dev.concordat.contracts.breach.Breach;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.openapi.HttpJudge;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.openapi.Routed;
import dev.concordat.contracts.stub.Stub;
import dev.concordat.contracts.stub.StubBody;
import dev.concordat.contracts.stub.StubResponse;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.Position;
import dev.concordat.model.comparison.Position.Part;
import dev.concordat.model.comparison.Witness;
import dev.concordat.model.comparison.WitnessMessage;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.Headers;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.finding.AgreeRules;
import dev.concordat.model.finding.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What an answer of a stub lacks that the provider always sends: the consumer works without it, but such an answer never
/// comes.
final class StubAnswers {
  private StubAnswers() {}

  static List<Difference> of(Stub stub, HttpNeed need, OpenApiContract provider) {
    HttpRequestMessage request = need.request().message();
    Optional<HttpOperation> operation =
        provider.route(request.method(), request.path()).map(Routed::operation);
    Optional<StubResponse.Stated> stated =
        stub.response()
            .filter(StubResponse.Stated.class::isInstance)
            .map(StubResponse.Stated.class::cast)
            .filter(answer -> !answer.isTemplated());
    if (operation.isEmpty() || stated.isEmpty()) {
      return List.of();
    }
    Optional<HttpResponseMessage> response = response(stated.get(), operation.get());
    List<Difference> found = new ArrayList<>();
    for (Breach breach :
        response.map(it -> new HttpJudge(provider).judgeResponse(request, it)).orElse(List.of())) {
      if (breach.kind() == Breach.Kind.MISSING_FIELD) {
        found.add(lacking(stub, operation.get(), request, response.get(), breach));
      }
    }
    return found;
  }

  /// Without a media type the documented one is meant: tests often do not look at it.
  private static Optional<HttpResponseMessage> response(
      StubResponse.Stated stated, HttpOperation operation) {
    if (!(stated.body() instanceof StubBody.Inline(Bytes bytes))) {
      return Optional.empty();
    }
    List<Header> headers = new ArrayList<>(stated.headers());
    if (Headers.first(headers, "content-type").isEmpty()) {
      operation.response(stated.status()).stream()
          .flatMap(spec -> spec.content().stream())
          .findFirst()
          .ifPresent(type -> headers.add(new Header("Content-Type", type.mediaType().toString())));
    }
    return Optional.of(new HttpResponseMessage(stated.status(), headers, bytes));
  }

  private static Difference lacking(
      Stub stub,
      HttpOperation operation,
      HttpRequestMessage request,
      HttpResponseMessage response,
      Breach breach) {
    var witness =
        new Witness(
            new WitnessMessage.HttpResponse(request, response),
            "the consumer's stub",
            "the provider's contract",
            breach.message(),
            List.of("concordat"));
    return new Difference(
        AgreeRules.RESPONSE_BODY_UNEXPECTED,
        Impact.RISKY,
        new Evidence.Witnessed(witness),
        new Position(
            operation.methodAndPath(), Part.RESPONSE_BODY, Integer.toString(response.status())),
        breach.pointer(),
        stub.title() + ": the provider never answers quite like that: " + breach.message(),
        Optional.of(new StubSentences(stub).of(Part.RESPONSE_BODY, "")),
        Optional.of(new Sentence(breach.sentence(), breach.sentenceText())),
        List.of(),
        List.of());
  }
}
