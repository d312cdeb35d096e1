package dev.concordat.standin.recorded;

import dev.concordat.contracts.http.Percent;
import dev.concordat.contracts.http.RequestFields;
import dev.concordat.contracts.stub.RequestCondition;
import dev.concordat.contracts.stub.RequestPart;
import dev.concordat.contracts.stub.StubRequest;
import dev.concordat.contracts.stub.TextPatterns;
import dev.concordat.contracts.stub.ValuePattern;
import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.json.JsonValue;
import dev.concordat.wire.redaction.Redactor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A request that was recorded, as others are compared with it: method, path, query and body, without secrets on both sides,
/// so that any secret does where one was. Headers, scheme and host do not count.
///
/// @param body absent where the body does not count
record Asked(String method, ValuePattern path, List<Parameter> query, Optional<Bytes> body) {
  private static final TextPatterns PATTERNS = new TextPatterns();

  Asked {
    query = List.copyOf(query);
  }

  /// A parameter that the query has.
  record Parameter(String name, ValuePattern value) {}

  /// A part of a request that differs.
  ///
  /// @param path within the part
  record Difference(String part, String path, String message) {}

  static Asked of(StubRequest stub, boolean countsBody, Redactor redactor) {
    List<Parameter> query =
        stub.on(RequestPart.QUERY_PARAMETER)
            .map(on -> new Parameter(on.name(), withoutSecret(on, redactor)))
            .toList();
    ValuePattern path =
        stub.on(RequestPart.PATH)
            .findFirst()
            .map(RequestCondition.On::pattern)
            .orElse(ValuePattern.Text.equalTo("/"));
    Optional<Bytes> body =
        countsBody
            ? Optional.of(
                stub.sample()
                    .map(redactor::redact)
                    .map(HttpRequestMessage::body)
                    .orElse(Bytes.EMPTY))
            : Optional.empty();
    return new Asked(
        stub.onlyMethod().orElse("GET"),
        path.onlyText().isPresent()
            ? ValuePattern.Text.equalTo(redactor.redact(path.onlyText().get()))
            : path,
        query,
        body);
  }

  private static ValuePattern withoutSecret(RequestCondition.On on, Redactor redactor) {
    if (on.pattern().onlyText().isEmpty()) {
      return on.pattern();
    }
    String target =
        "/?" + Percent.encode(on.name()) + "=" + Percent.encode(on.pattern().onlyText().get());
    String query =
        redactor
            .redact(new HttpRequestMessage("GET", target, List.<Header>of(), Bytes.EMPTY))
            .query();
    return ValuePattern.Text.equalTo(Percent.decodeForm(query.substring(query.indexOf('=') + 1)));
  }

  /// Whether a request goes to this path, whatever else it has.
  boolean isPath(String given) {
    return PATTERNS.accepts(path, given) || PATTERNS.accepts(path, Percent.decode(given));
  }

  /// What of a request with this path, without secrets, is not as it was recorded.
  List<Difference> differences(HttpRequestMessage request) {
    List<Difference> found = new ArrayList<>();
    List<RequestFields.Field> left = new ArrayList<>(RequestFields.query(request.query()));
    for (Parameter parameter : query) {
      Optional<RequestFields.Field> match =
          left.stream()
              .filter(pair -> pair.name().equals(parameter.name()))
              .filter(pair -> PATTERNS.accepts(parameter.value(), Percent.decodeForm(pair.raw())))
              .findFirst();
      match.ifPresentOrElse(left::remove, () -> found.add(missing(parameter, left)));
    }
    for (RequestFields.Field more : left) {
      boolean isTold = query.stream().anyMatch(known -> known.name().equals(more.name()));
      if (!isTold || found.isEmpty()) {
        found.add(
            new Difference(
                "query",
                more.name(),
                "the query has `" + more.name() + "`, which this request was not recorded with"));
      }
    }
    body.filter(expected -> !isSame(expected, request.body()))
        .ifPresent(expected -> found.add(body(expected, request.body())));
    return found;
  }

  private static Difference missing(Parameter parameter, List<RequestFields.Field> given) {
    String wanted = parameter.value().onlyText().map(text -> "'" + text + "'").orElse("a value");
    String has =
        given.stream()
            .filter(pair -> pair.name().equals(parameter.name()))
            .findFirst()
            .map(pair -> "is '" + Percent.decodeForm(pair.raw()) + "'")
            .orElse("is not there");
    return new Difference(
        "query",
        parameter.name(),
        "the query's `" + parameter.name() + "` " + has + "; it was recorded with " + wanted);
  }

  private static Difference body(Bytes expected, Bytes actual) {
    String message =
        expected.size() == 0
            ? "there is a body; it was recorded without one"
            : actual.size() == 0
                ? "there is no body; it was recorded with one"
                : "the body is not the one that was recorded";
    return new Difference("body", "", message);
  }

  /// The same bytes, or the same JSON.
  private static boolean isSame(Bytes expected, Bytes actual) {
    if (expected.equals(actual)) {
      return true;
    }
    if (expected.size() == 0 || actual.size() == 0) {
      return false;
    }
    Optional<JsonValue> wanted = JsonParser.parse(expected.toArray()).value();
    return wanted.isPresent() && wanted.equals(JsonParser.parse(actual.toArray()).value());
  }
}
