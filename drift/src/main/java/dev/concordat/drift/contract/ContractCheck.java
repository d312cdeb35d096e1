package dev.concordat.drift.contract;

import dev.concordat.contracts.breach.Breach;
import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.contracts.http.ResponseSpec;
import dev.concordat.contracts.stub.RequestCondition;
import dev.concordat.contracts.stub.RequestPart;
import dev.concordat.contracts.stub.Stub;
import dev.concordat.contracts.stub.ValuePattern;
import dev.concordat.drift.lie.Correction;
import dev.concordat.drift.lie.Lie;
import dev.concordat.drift.mock.Asked;
import dev.concordat.drift.mock.Mock;
import dev.concordat.drift.mock.MockAnswer;
import dev.concordat.drift.request.Made;
import dev.concordat.model.drift.Shown;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.finding.DriftRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Holds one mock against the contracts of the providers: is its request an operation, and could the provider give its
/// answer?
public final class ContractCheck {
  private static final int NOT_FOUND = 404;
  private static final int METHOD_NOT_ALLOWED = 405;

  private final Authorities authorities;

  public ContractCheck(Authorities authorities) {
    this.authorities = authorities;
  }

  /// What came of it.
  ///
  /// @param lies what the contract forbids
  /// @param presumed fields that the contract does not mention: lies unless the provider is seen to send them
  public record Result(List<Lie> lies, List<Lie> presumed) {
    public Result {
      lies = List.copyOf(lies);
      presumed = List.copyOf(presumed);
    }
  }

  /// Holds a mock against the operation that its request belongs to.
  public Result check(Mock mock, Made.Request made, Optional<Authority> authority) {
    List<Lie> lies = new ArrayList<>();
    if (authority.isEmpty()) {
      nobodys(mock, made).ifPresent(lies::add);
      return new Result(lies, List.of());
    }
    lies.addAll(request(mock, made, authority.get()));
    if (mock.answer().isEmpty()) {
      return new Result(lies, List.of());
    }
    MockAnswer answer = mock.answer().get();
    HttpResponseMessage message = answer.message(authority.get().documentedType(answer.status()));
    var shown =
        List.of(
            new Shown(
                "the stub's answer, which the contract forbids",
                made.message(),
                Optional.of(message)));
    lies.addAll(answer(mock, answer, message, made, authority.get(), shown));
    List<Lie> presumed = new ArrayList<>();
    if (answer.statesBody()) {
      SchemaPlace body = authority.get().body(answer.status(), message.header("content-type"));
      answer
          .json()
          .map(json -> Undocumented.members(body, json))
          .ifPresent(
              members ->
                  members.forEach(
                      (pointer, value) ->
                          presumed.add(
                              ContractLies.undocumented(
                                  pointer, value, authority.get(), answer, shown))));
    }
    boolean isOtherShape =
        lies.stream().anyMatch(lie -> lie.rule().equals(DriftRules.WRONG_ERROR_SHAPE));
    presumed.removeIf(
        lie ->
            isOtherShape || lies.stream().anyMatch(known -> known.pointer().equals(lie.pointer())));
    return new Result(lies, presumed);
  }

  /// A stub that says itself that there is no such thing tells the truth.
  private Optional<Lie> nobodys(Mock mock, Made.Request made) {
    int status = mock.answer().map(MockAnswer::status).orElse(0);
    if (status == NOT_FOUND || status == METHOD_NOT_ALLOWED) {
      return Optional.empty();
    }
    return authorities
        .refusal(made.message())
        .filter(
            breach ->
                made.isLiteral()
                    || breach.kind() == Breach.Kind.METHOD_NOT_ALLOWED
                    || AddressReach.isNowhere(mock, authorities.contracts()))
        .map(breach -> ofRequest(breach, made));
  }

  private static Lie ofRequest(Breach breach, Made.Request made) {
    var answer = new MockAnswer(0, List.of(), made.message().body(), false, "");
    var shown =
        List.of(
            new Shown(
                "the request that the stub answers and the contract refuses",
                made.message(),
                Optional.empty()));
    return ContractLies.of(breach, answer, SchemaPlace.NONE, shown)
        .withCorrection(new Correction.Undecided("the request is the consumer's own"));
  }

  /// A stub's patterns say only part of the request: what is absent is a lie only where the stub says all of that part. A
  /// stub that refuses the request itself is right about it.
  private static List<Lie> request(Mock mock, Made.Request made, Authority authority) {
    if (mock.answer().filter(MockAnswer::isError).isPresent()) {
      return List.of();
    }
    List<Lie> lies = new ArrayList<>();
    for (Breach breach : authority.judge().judgeRequest(authority.routed(), made.message())) {
      if (isOwn(breach, mock, made)) {
        lies.add(ofRequest(breach, made));
      }
    }
    return lies;
  }

  private static boolean isOwn(Breach breach, Mock mock, Made.Request made) {
    String pointer = breach.pointer();
    return switch (breach.kind()) {
      case BAD_PARAMETER ->
          pointer.startsWith("path:") ? made.isLiteral() : isStated(pointer, mock, made);
      case MISSING_PARAMETER ->
          (pointer.startsWith("query:") && made.isWhole())
              || (pointer.startsWith("header:") && made.hasAllHeaders());
      case BAD_REQUEST_BODY ->
          made.message().body().size() == 0 ? made.hasAllHeaders() : statesBody(mock);
      default -> false;
    };
  }

  /// Whether the mock names the one value of a parameter, not a pattern for it.
  private static boolean isStated(String pointer, Mock mock, Made.Request made) {
    if (!(mock.asked() instanceof Asked.OfStub(Stub stub)) || made.isWhole()) {
      return true;
    }
    String name = pointer.substring(pointer.indexOf(':') + 1);
    return stub.request().conditions().stream()
        .filter(RequestCondition.On.class::isInstance)
        .map(RequestCondition.On.class::cast)
        .anyMatch(on -> on.name().equalsIgnoreCase(name) && on.pattern().onlyText().isPresent());
  }

  private static boolean statesBody(Mock mock) {
    if (!(mock.asked() instanceof Asked.OfStub(Stub stub)) || stub.request().sample().isPresent()) {
      return !(mock.asked() instanceof Asked.OfPact);
    }
    List<ValuePattern> patterns =
        stub.request().on(RequestPart.BODY).map(RequestCondition.On::pattern).toList();
    return patterns.size() == 1
        && switch (patterns.getFirst()) {
          case ValuePattern.Json json ->
              !json.ignoresExtra() && !json.expected().toString().contains("${json-unit.");
          case ValuePattern.Binary ignored -> true;
          case ValuePattern other -> other.onlyText().isPresent();
        };
  }

  private static List<Lie> answer(
      Mock mock,
      MockAnswer answer,
      HttpResponseMessage message,
      Made.Request made,
      Authority authority,
      List<Shown> shown) {
    SchemaPlace body = authority.body(answer.status(), message.header("content-type"));
    Predicate<Breach> isClaim = breach -> isClaim(breach, mock, answer);
    return authority
        .judge()
        .judgeResponse(authority.operation(), made.message().method(), message)
        .stream()
        .filter(isClaim)
        .map(breach -> corrected(ContractLies.of(breach, answer, body, shown), answer, authority))
        .toList();
  }

  /// What a mock does not state is no claim of it; nor is the very value of a place that a pact compares by a matcher.
  private static boolean isClaim(Breach breach, Mock mock, MockAnswer answer) {
    boolean isOfStatus = breach.kind() == Breach.Kind.UNDOCUMENTED_STATUS;
    if (!answer.statesBody() && !isOfStatus && breach.pointer().indexOf(':') < 0) {
      return false;
    }
    if (!mock.isPartial()) {
      return true;
    }
    return switch (breach.kind()) {
      case MISSING_FIELD, MISSING_HEADER, WRONG_ERROR_FORMAT -> false;
      case VALUE_NOT_ALLOWED, WRONG_HEADER -> !PactMatchers.rules(mock, breach.pointer());
      case MALFORMED_BODY -> answer.body().size() > 0;
      default -> true;
    };
  }

  private static Lie corrected(Lie lie, MockAnswer answer, Authority authority) {
    if (lie.rule().equals(DriftRules.WRONG_STATUS)) {
      return lie.withCorrection(status(answer.status(), authority));
    }
    if (lie.rule().equals(DriftRules.WRONG_MEDIA_TYPE)) {
      List<MediaTypeSpec> content =
          authority
              .operation()
              .response(answer.status())
              .map(ResponseSpec::content)
              .orElse(List.of());
      boolean isCertain = content.size() == 1 && !content.getFirst().mediaType().isRange();
      return isCertain
          ? lie.withCorrection(
              new Correction.SetHeader("Content-Type", content.getFirst().mediaType().toString()))
          : lie;
    }
    if (lie.rule().equals(DriftRules.WRONG_ERROR_SHAPE)) {
      return authority
          .content(answer.status(), answer.contentType())
          .flatMap(content -> content.examples().stream().findFirst())
          .map(
              example ->
                  lie.withCorrection(new Correction.Body(Bytes.utf8(example.value().toString()))))
          .orElse(lie);
    }
    return lie;
  }

  /// The one documented status of the same hundred.
  private static Correction status(int said, Authority authority) {
    List<Integer> near =
        authority.operation().responses().stream()
            .map(ResponseSpec::status)
            .filter(status -> status.matches("[1-5][0-9][0-9]"))
            .map(Integer::valueOf)
            .filter(status -> status / 100 == said / 100)
            .toList();
    return near.size() == 1
        ? new Correction.Status(near.getFirst())
        : new Correction.Undecided("the contract leaves more than one status");
  }
}
