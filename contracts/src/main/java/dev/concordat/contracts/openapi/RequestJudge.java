package dev.concordat.contracts.openapi;

import dev.concordat.contracts.body.BodyValue;
import dev.concordat.contracts.body.ContentParameters;
import dev.concordat.contracts.breach.Breach;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.MediaType;
import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.contracts.http.Parameter;
import dev.concordat.contracts.http.ParameterDecoder.Decoded;
import dev.concordat.contracts.http.RequestBody;
import dev.concordat.contracts.http.RequestFields;
import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.Violation;
import dev.concordat.contracts.tree.BodyJson;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.place.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Judges requests: parameters as decoded from the wire, then the body.
final class RequestJudge {
  private final OpenApiContract contract;

  RequestJudge(OpenApiContract contract) {
    this.contract = contract;
  }

  List<Breach> judgeUnrouted(HttpRequestMessage request, Routes routes) {
    String asked = request.method() + " " + request.path();
    Set<String> allowed = routes.allowedMethods(request.path());
    if (request.method().equals("OPTIONS")) {
      return List.of();
    }
    if (allowed.isEmpty()) {
      return List.of(
          new Breach(
              Breach.Kind.UNKNOWN_OPERATION,
              asked,
              "path",
              Place.of(contract.file()),
              contract.title(),
              "no operation of " + contract.file() + " has the path " + request.path(),
              "a documented path",
              request.path()));
    }
    HttpOperation neighbour =
        routes
            .route(allowed.iterator().next(), request.path())
            .map(Routed::operation)
            .orElseThrow();
    return List.of(
        new Breach(
            Breach.Kind.METHOD_NOT_ALLOWED,
            asked,
            "method",
            neighbour.place(),
            neighbour.sourceLine(),
            neighbour.path().text() + " has no " + request.method(),
            String.join(", ", allowed),
            request.method()));
  }

  List<Breach> judge(Routed routed, HttpRequestMessage request) {
    return judge(routed, request, new BodyJson(request.body()));
  }

  List<Breach> judge(Routed routed, HttpRequestMessage request, BodyJson json) {
    HttpOperation operation = routed.operation();
    RequestFields fields = RequestFields.of(request, routed.pathValues());
    var breaches = new ArrayList<Breach>();
    for (Parameter parameter : operation.parameters()) {
      judgeParameter(operation, parameter, fields).ifPresent(breaches::add);
    }
    operation.body().ifPresent(body -> breaches.addAll(judgeBody(operation, body, request, json)));
    return breaches;
  }

  private static Optional<Breach> judgeParameter(
      HttpOperation operation, Parameter parameter, RequestFields fields) {
    return switch (ContentParameters.decode(parameter, fields)) {
      case Decoded.Absent() when parameter.required() ->
          Optional.of(
              breach(
                  Breach.Kind.MISSING_PARAMETER,
                  operation,
                  parameter,
                  "the required " + named(parameter) + " is absent",
                  parameter.name(),
                  "absent"));
      case Decoded.Absent() -> Optional.empty();
      case Decoded.Unreadable(String reason, String text) ->
          Optional.of(
              breach(
                  Breach.Kind.BAD_PARAMETER,
                  operation,
                  parameter,
                  named(parameter) + " is '" + text + "': " + reason,
                  "style " + parameter.style().word(),
                  text));
      case Decoded.Present(JsonValue value, String ignored) ->
          firstViolation(parameter, value)
              .map(
                  violation -> of(Breach.Kind.BAD_PARAMETER, operation.id(), parameter, violation));
    };
  }

  static Optional<Violation> firstViolation(Parameter parameter, JsonValue value) {
    return parameter.schema().flatMap(s -> s.validate(value).stream().findFirst());
  }

  static Breach of(Breach.Kind kind, String operationId, Parameter parameter, Violation violation) {
    return new Breach(
        kind,
        operationId,
        parameter.pointer(),
        violation.sentence(),
        violation.sentenceText(),
        named(parameter) + ": " + violation.message(),
        violation.expected(),
        violation.actual());
  }

  static String named(Parameter parameter) {
    return parameter.in().word()
        + (isHeader(parameter) ? " '" : " parameter '")
        + parameter.name()
        + "'";
  }

  private static boolean isHeader(Parameter parameter) {
    return switch (parameter.in()) {
      case HEADER, COOKIE -> true;
      case PATH, QUERY, QUERYSTRING -> false;
    };
  }

  private static Breach breach(
      Breach.Kind kind,
      HttpOperation operation,
      Parameter parameter,
      String message,
      String expected,
      String actual) {
    return new Breach(
        kind,
        operation.id(),
        parameter.pointer(),
        parameter.place(),
        parameter.sourceLine(),
        message,
        expected,
        actual);
  }

  private static List<Breach> judgeBody(
      HttpOperation operation, RequestBody body, HttpRequestMessage request, BodyJson json) {
    if (request.body().total() == 0) {
      return body.required()
          ? List.of(bad(operation, body, "body", "the required body is absent", "a body", "none"))
          : List.of();
    }
    if (body.content().isEmpty()) {
      return List.of();
    }
    String written = request.header("content-type").orElse("");
    Optional<MediaType> actual = MediaType.parse(written);
    Optional<MediaTypeSpec> spec = actual.flatMap(a -> MediaType.choose(body.content(), a));
    if (actual.isEmpty() || spec.isEmpty()) {
      String shown = written.isEmpty() ? "absent" : written;
      return List.of(
          bad(
              operation,
              body,
              "content-type",
              "the body's Content-Type is " + shown,
              ResponseJudge.listed(body.content()),
              shown));
    }
    return judgeValue(operation, body, spec.get(), actual.get(), request, json);
  }

  private static List<Breach> judgeValue(
      HttpOperation operation,
      RequestBody body,
      MediaTypeSpec spec,
      MediaType actual,
      HttpRequestMessage request,
      BodyJson json) {
    return switch (BodyValue.read(spec, actual, request.headers(), json)) {
      case BodyValue.Unjudged ignored -> List.of();
      case BodyValue.Malformed(String reason) ->
          List.of(bad(operation, body, "body", "the body is " + reason, actual.essence(), reason));
      case BodyValue.Value value ->
          BodyBreaches.of(operation.id(), spec, value, Direction.REQUEST).stream()
              .map(breach -> breach.withKind(Breach.Kind.BAD_REQUEST_BODY))
              .toList();
    };
  }

  private static Breach bad(
      HttpOperation operation,
      RequestBody body,
      String pointer,
      String message,
      String expected,
      String actual) {
    return new Breach(
        Breach.Kind.BAD_REQUEST_BODY,
        operation.id(),
        pointer,
        body.place(),
        body.sourceLine(),
        message,
        expected,
        actual);
  }
}
