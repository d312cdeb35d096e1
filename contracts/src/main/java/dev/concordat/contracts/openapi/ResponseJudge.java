package dev.concordat.contracts.openapi;

import dev.concordat.contracts.body.BodyValue;
import dev.concordat.contracts.body.ContentParameters;
import dev.concordat.contracts.breach.Breach;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.MediaType;
import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.contracts.http.Parameter;
import dev.concordat.contracts.http.ParameterDecoder.Decoded;
import dev.concordat.contracts.http.RequestFields;
import dev.concordat.contracts.http.ResponseSpec;
import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.tree.BodyJson;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.place.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Judges responses: the status, then headers, then the body's media type, then the body.
final class ResponseJudge {
  private static final int FIRST_ERROR_STATUS = 400;

  List<Breach> judge(HttpOperation operation, String method, HttpResponseMessage response) {
    return judge(operation, method, response, new BodyJson(response.body()));
  }

  /// @param json the response's body
  List<Breach> judge(
      HttpOperation operation, String method, HttpResponseMessage response, BodyJson json) {
    if (operation.responses().isEmpty()) {
      return List.of();
    }
    Optional<ResponseSpec> spec = operation.response(response.status());
    if (spec.isEmpty()) {
      return List.of(undocumented(operation, response.status()));
    }
    var breaches = new ArrayList<Breach>(headers(operation, spec.get(), response));
    if (!hasNoBody(method, response.status())) {
      breaches.addAll(
          asErrorFormat(response.status(), body(operation, spec.get(), response, json)));
    }
    return breaches;
  }

  /// RFC 9110 sections 9.3.2, 15.2, 15.3.5, 15.3.6, 15.4.5.
  private static boolean hasNoBody(String method, int status) {
    return method.equals("HEAD") || status < 200 || status == 204 || status == 205 || status == 304;
  }

  private static Breach undocumented(HttpOperation operation, int status) {
    String documented =
        operation.responses().stream().map(ResponseSpec::status).collect(Collectors.joining(", "));
    return new Breach(
        Breach.Kind.UNDOCUMENTED_STATUS,
        operation.id(),
        "status",
        operation.place(),
        operation.sourceLine(),
        operation.methodAndPath() + " answered " + status + ", which is not documented",
        documented,
        Integer.toString(status));
  }

  private static List<Breach> headers(
      HttpOperation operation, ResponseSpec spec, HttpResponseMessage response) {
    RequestFields fields = RequestFields.ofHeaders(response.headers());
    var breaches = new ArrayList<Breach>();
    for (Parameter header : spec.headers()) {
      switch (ContentParameters.decode(header, fields)) {
        case Decoded.Absent() -> {
          if (header.required()) {
            breaches.add(
                breach(
                    Breach.Kind.MISSING_HEADER,
                    operation,
                    header,
                    "the required header '" + header.name() + "' is absent",
                    "absent"));
          }
        }
        case Decoded.Unreadable(String reason, String text) ->
            breaches.add(
                breach(
                    Breach.Kind.WRONG_HEADER,
                    operation,
                    header,
                    "the header '" + header.name() + "' is '" + text + "': " + reason,
                    text));
        case Decoded.Present(JsonValue value, String ignored) ->
            RequestJudge.firstViolation(header, value)
                .map(v -> RequestJudge.of(Breach.Kind.WRONG_HEADER, operation.id(), header, v))
                .ifPresent(breaches::add);
      }
    }
    return breaches;
  }

  private static Breach breach(
      Breach.Kind kind, HttpOperation operation, Parameter header, String message, String actual) {
    return new Breach(
        kind,
        operation.id(),
        header.pointer(),
        header.place(),
        header.sourceLine(),
        message,
        header.name(),
        actual);
  }

  private static List<Breach> body(
      HttpOperation operation, ResponseSpec spec, HttpResponseMessage response, BodyJson json) {
    if (spec.content().isEmpty()) {
      return List.of();
    }
    if (response.body().total() == 0) {
      return emptyBody(operation, spec, response);
    }
    String written = response.header("content-type").orElse("");
    Optional<MediaType> actual = MediaType.parse(written);
    Optional<MediaTypeSpec> chosen = actual.flatMap(a -> MediaType.choose(spec.content(), a));
    if (actual.isEmpty() || chosen.isEmpty()) {
      return List.of(wrongMediaType(operation, spec, response.status(), written));
    }
    return value(operation, chosen.get(), actual.get(), response, json);
  }

  /// JSON cannot be empty; text and other bytes can.
  private static List<Breach> emptyBody(
      HttpOperation operation, ResponseSpec spec, HttpResponseMessage response) {
    boolean isJson =
        response
            .header("content-type")
            .flatMap(MediaType::parse)
            .map(MediaType::isJson)
            .orElseGet(() -> spec.content().stream().allMatch(c -> c.mediaType().isJson()));
    return isJson
        ? List.of(malformed(operation, spec.content().getFirst(), "the body is empty", "none"))
        : List.of();
  }

  private static Breach wrongMediaType(
      HttpOperation operation, ResponseSpec spec, int status, String written) {
    String shown = written.isEmpty() ? "absent" : written;
    Place place = spec.content().getFirst().place();
    return new Breach(
        Breach.Kind.WRONG_MEDIA_TYPE,
        operation.id(),
        "content-type",
        place,
        spec.content().getFirst().sourceLine(),
        "the Content-Type of the " + status + " response is " + shown,
        listed(spec.content()),
        shown);
  }

  static String listed(List<MediaTypeSpec> content) {
    return content.stream()
        .map(type -> type.mediaType().toString())
        .collect(Collectors.joining(", "));
  }

  private static List<Breach> value(
      HttpOperation operation,
      MediaTypeSpec spec,
      MediaType actual,
      HttpResponseMessage response,
      BodyJson json) {
    return switch (BodyValue.read(spec, actual, response.headers(), json)) {
      case BodyValue.Unjudged ignored -> List.of();
      case BodyValue.Malformed(String reason) ->
          List.of(malformed(operation, spec, "the body is " + reason, reason));
      case BodyValue.Value value ->
          BodyBreaches.of(operation.id(), spec, value, Direction.RESPONSE);
    };
  }

  private static Breach malformed(
      HttpOperation operation, MediaTypeSpec spec, String message, String actual) {
    return new Breach(
        Breach.Kind.MALFORMED_BODY,
        operation.id(),
        "",
        spec.place(),
        spec.sourceLine(),
        message,
        spec.mediaType().toString(),
        actual);
  }

  /// An error's body is read by the same code everywhere: that it is not the documented one is one cause, however many
  /// sentences it breaks.
  private static List<Breach> asErrorFormat(int status, List<Breach> breaches) {
    return status < FIRST_ERROR_STATUS
        ? breaches
        : breaches.stream()
            .limit(1)
            .map(breach -> breach.withKind(Breach.Kind.WRONG_ERROR_FORMAT))
            .toList();
  }
}
