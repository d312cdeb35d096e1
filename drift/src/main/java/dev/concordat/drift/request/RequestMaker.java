package dev.concordat.drift.request;

import dev.concordat.contracts.ContractKind;
import dev.concordat.contracts.http.Percent;
import dev.concordat.contracts.pact.ExpectedRequest;
import dev.concordat.contracts.pact.PactInteraction.HttpInteraction;
import dev.concordat.contracts.stub.RequestCondition;
import dev.concordat.contracts.stub.RequestPart;
import dev.concordat.contracts.stub.StubRequest;
import dev.concordat.contracts.stub.ValuePattern;
import dev.concordat.drift.mock.Asked;
import dev.concordat.drift.mock.Mock;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.Headers;
import dev.concordat.model.exchange.HttpRequestMessage;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Makes requests that mocks answer, from the mocks' own matchers.
public final class RequestMaker {
  private static final Pattern VARIABLE = Pattern.compile("\\{([^{}/]*)}");
  private static final List<String> METHODS =
      List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  /// What belongs to one connection or to one sender, and what a recording took out.
  private static final Set<String> NOT_SENT =
      Set.of(
          "host",
          "content-length",
          "connection",
          "keep-alive",
          "transfer-encoding",
          "te",
          "upgrade",
          "accept-encoding",
          "if-none-match",
          "if-modified-since");

  private static final String REDACTED = "«redacted»";

  private final Hints hints;
  private final PatternValues values = new PatternValues();
  private final BodyMaker bodies = new BodyMaker(values);

  public RequestMaker(Hints hints) {
    this.hints = hints;
  }

  /// A request that the mock answers, or why there is none.
  public Made of(Mock mock) {
    return switch (mock.asked()) {
      case Asked.OfStub(var stub) -> ofStub(stub.request(), mock);
      case Asked.OfPact(var ignored, var interaction) -> ofPact(interaction);
      case Asked.Otherwise(String what) -> new Made.None("it is " + what + ", no request");
    };
  }

  private static Made ofPact(HttpInteraction interaction) {
    ExpectedRequest request = interaction.request();
    List<Header> headers = new ArrayList<>();
    request.headers().forEach((name, all) -> headers.add(new Header(name, String.join(", ", all))));
    if (Headers.first(headers, "content-type").isEmpty() && !request.bodyType().isEmpty()) {
      headers.add(new Header("Content-Type", request.bodyType()));
    }
    List<String> query = new ArrayList<>();
    request
        .query()
        .forEach(
            (name, all) -> all.forEach(value -> query.add(encoded(name) + "=" + encoded(value))));
    String target =
        Percents.path(request.path()) + (query.isEmpty() ? "" : "?" + String.join("&", query));
    boolean isFree = request.rules().path().any().isPresent();
    return new Made.Request(
        new HttpRequestMessage(
            request.method().toUpperCase(Locale.ROOT), target, headers, request.body().bytes()),
        !isFree,
        true,
        false);
  }

  private Made ofStub(StubRequest request, Mock mock) {
    if (request.sample().isPresent()) {
      return recorded(request.sample().get(), mock);
    }
    Optional<Made> scripted =
        request.conditions().stream()
            .flatMap(condition -> beyond(condition).stream())
            .<Made>map(Made.None::new)
            .findFirst();
    return scripted.orElseGet(() -> patterned(chosen(request)));
  }

  /// Why no request can be made because of a condition.
  private static Optional<String> beyond(RequestCondition condition) {
    return switch (condition) {
      case RequestCondition.Unjudged(String what, var ignored) ->
          Optional.of("only its tool knows which requests it answers: " + what);
      case RequestCondition.InPart ignored -> Optional.of("no body of several parts is made");
      case RequestCondition.On ignored -> Optional.empty();
      case RequestCondition.AnyOf ignored -> Optional.empty();
      case RequestCondition.Not ignored -> Optional.empty();
    };
  }

  private static Made recorded(HttpRequestMessage sample, Mock mock) {
    if (sample.target().contains("{{")) {
      return new Made.None("its address has a variable that is not set: " + sample.target());
    }
    List<Header> headers =
        sample.headers().stream()
            .filter(header -> !NOT_SENT.contains(header.name().toLowerCase(Locale.ROOT)))
            .filter(header -> !header.value().contains(REDACTED) && !header.value().contains("{{"))
            .toList();
    boolean isHar = mock.kind() == ContractKind.HAR;
    return new Made.Request(
        new HttpRequestMessage(sample.method(), sample.target(), headers, sample.body()),
        true,
        true,
        isHar);
  }

  /// The request with the first of its alternatives.
  private static StubRequest chosen(StubRequest request) {
    List<RequestCondition> all = new ArrayList<>();
    for (RequestCondition condition : request.conditions()) {
      if (condition instanceof RequestCondition.AnyOf(var alternatives, var ignored)
          && !alternatives.isEmpty()) {
        all.addAll(chosen(alternatives.getFirst()).conditions());
      } else {
        all.add(condition);
      }
    }
    return new StubRequest(all, request.sample(), request.place());
  }

  private Made patterned(StubRequest request) {
    Optional<String> method = method(request);
    Optional<RequestCondition.On> address =
        Stream.concat(request.on(RequestPart.TARGET), request.on(RequestPart.PATH)).findFirst();
    Optional<String> path = address.flatMap(on -> address(request, on, method));
    if (address.isPresent() && path.isEmpty()) {
      return new Made.None("no address could be made that it answers: " + address.get().pattern());
    }
    if (address.isEmpty()) {
      return new Made.None("it answers every address");
    }
    List<String> query = new ArrayList<>();
    List<Header> headers = new ArrayList<>();
    Optional<Made> failed =
        fill(
                request,
                RequestPart.QUERY_PARAMETER,
                "query parameter",
                (name, value) -> query.add(encoded(name) + "=" + encoded(value)))
            .or(
                () ->
                    fill(
                        request,
                        RequestPart.HEADER,
                        "header",
                        (name, value) -> headers.add(new Header(name, value))))
            .or(
                () ->
                    fill(
                        request,
                        RequestPart.COOKIE,
                        "cookie",
                        (name, value) -> headers.add(new Header("Cookie", name + "=" + value))));
    if (failed.isPresent()) {
      return failed.get();
    }
    String target =
        path.get()
            + (query.isEmpty()
                ? ""
                : (path.get().indexOf('?') < 0 ? "?" : "&") + String.join("&", query));
    return withBody(request, method.orElse("GET"), target, headers, address.get());
  }

  private Made withBody(
      StubRequest request,
      String method,
      String target,
      List<Header> headers,
      RequestCondition.On address) {
    int mark = target.indexOf('?');
    String path = mark < 0 ? target : target.substring(0, mark);
    boolean isLiteral = address.pattern().onlyText().isPresent();
    boolean isWhole = isLiteral && address.part() == RequestPart.TARGET;
    return switch (bodies.of(request, hints.body(method, path))) {
      case BodyMaker.Body.None(String reason) ->
          new Made.Request(
              new HttpRequestMessage(method, target, headers, Bytes.EMPTY),
              isLiteral,
              isWhole,
              false,
              Optional.of(reason));
      case BodyMaker.Body.Of(var bytes, var type) -> {
        if (bytes.size() > 0 && Headers.first(headers, "content-type").isEmpty()) {
          headers.add(new Header("Content-Type", type.orElse("application/json")));
        }
        yield new Made.Request(
            new HttpRequestMessage(method, target, headers, bytes), isLiteral, isWhole, false);
      }
    };
  }

  private interface Sink {
    void add(String name, String value);
  }

  /// Values for all patterns of a part; the failure where one cannot be satisfied.
  private Optional<Made> fill(StubRequest request, RequestPart part, String word, Sink sink) {
    for (RequestCondition.On on : request.on(part).toList()) {
      if (isAbsent(on.pattern())) {
        continue;
      }
      List<ValuePattern> each =
          on.pattern() instanceof ValuePattern.Several(var ignored, var all)
              ? all
              : List.of(on.pattern());
      for (ValuePattern pattern : each) {
        Optional<String> value = values.of(pattern, hints.values(on.name()));
        if (value.isEmpty()) {
          return Optional.of(
              new Made.None("no value could be made for the " + word + " " + on.name()));
        }
        sink.add(on.name(), value.get());
      }
    }
    return Optional.empty();
  }

  private static boolean isAbsent(ValuePattern pattern) {
    return switch (pattern) {
      case ValuePattern.Presence(boolean isPresent) -> !isPresent;
      case ValuePattern.Not(ValuePattern.Presence(boolean isPresent)) -> isPresent;
      default -> false;
    };
  }

  private Optional<String> method(StubRequest request) {
    Optional<String> only = request.onlyMethod().map(text -> text.toUpperCase(Locale.ROOT));
    return only.or(
        () ->
            request
                .on(RequestPart.METHOD)
                .findFirst()
                .flatMap(
                    on ->
                        METHODS.stream()
                            .filter(name -> values.accepts(on.pattern(), name))
                            .findFirst()));
  }

  private Optional<String> address(
      StubRequest request, RequestCondition.On on, Optional<String> method) {
    return switch (on.pattern()) {
      case ValuePattern.PathTemplate(String template) -> Optional.of(filled(template, request));
      case ValuePattern pattern ->
          values
              .of(pattern, hints.paths(method))
              .map(text -> pattern.onlyText().isPresent() ? text : Percents.path(text))
              .filter(text -> text.startsWith("/"));
    };
  }

  private String filled(String template, StubRequest request) {
    Map<String, ValuePattern> patterns = new HashMap<>();
    request
        .on(RequestPart.PATH_PARAMETER)
        .forEach(on -> patterns.putIfAbsent(on.name(), on.pattern()));
    return VARIABLE
        .matcher(template)
        .replaceAll(
            match -> {
              String name = match.group(1);
              ValuePattern pattern = patterns.getOrDefault(name, new ValuePattern.Presence(true));
              String value = values.of(pattern, hints.values(name)).orElse("1");
              return Matcher.quoteReplacement(Percent.encode(value));
            });
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
