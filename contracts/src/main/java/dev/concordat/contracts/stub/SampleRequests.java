package dev.concordat.contracts.stub;

import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.PathTemplate;
import dev.concordat.contracts.openapi.HttpJudge;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Requests that a stub answers, made from its patterns. Immutable.
public final class SampleRequests {
  private static final Pattern VARIABLE = Pattern.compile("\\{[^{}]*}");

  /// What path parameters often look like; tried against the patterns of paths.
  private static final List<String> USUAL_VALUES =
      List.of(
          "1",
          "42",
          "1001",
          "00000000-0000-4000-8000-000000000001",
          "a",
          "abc",
          "ABC",
          "A1",
          "abc-123",
          "2024-01-01");

  private final TextPatterns patterns = new TextPatterns();

  /// A request that was made.
  ///
  /// @param isLiteral whether path and query are the stub's own words and not examples for its pattern
  public record Sample(HttpRequestMessage request, boolean isLiteral) {}

  /// A request that the stub answers and that belongs to the contract if that can be; empty when none could be made.
  public Optional<Sample> sample(StubRequest stub, OpenApiContract contract) {
    if (stub.sample().isPresent()) {
      return stub.sample().map(request -> new Sample(request, true));
    }
    return address(stub)
        .flatMap(
            on ->
                switch (on.pattern()) {
                  case ValuePattern.PathTemplate(String template) ->
                      Optional.of(made(stub, contract, filled(stub, contract, template), false));
                  case ValuePattern literal when literal.onlyText().isPresent() ->
                      literal.onlyText().map(text -> made(stub, contract, text, true));
                  case ValuePattern pattern ->
                      documentedPaths(stub, contract)
                          .filter(path -> matches(on.part(), pattern, path))
                          .findFirst()
                          .map(path -> made(stub, contract, path, false));
                });
  }

  private static Optional<RequestCondition.On> address(StubRequest stub) {
    return Stream.concat(stub.on(RequestPart.PATH), stub.on(RequestPart.TARGET)).findFirst();
  }

  /// A path for the template that the stub's own conditions accept, and the contract too if one of those tried does: a stub
  /// that answers more than the contract has is not meant for what the contract refuses.
  private String filled(StubRequest stub, OpenApiContract contract, String template) {
    List<String> paths =
        USUAL_VALUES.stream()
            .map(
                value ->
                    VARIABLE
                        .matcher(template)
                        .replaceAll(
                            variable ->
                                Matcher.quoteReplacement(piece(stub, variable.group(), value))))
            .distinct()
            .toList();
    var judge = new HttpJudge(contract);
    return paths.stream()
        .filter(path -> keepsPath(judge, made(stub, contract, path, false).request()))
        .findFirst()
        .orElse(paths.getFirst());
  }

  private static boolean keepsPath(HttpJudge judge, HttpRequestMessage request) {
    return judge.route(request).isPresent()
        && judge.judgeRequest(request).stream()
            .noneMatch(breach -> breach.pointer().startsWith("path:"));
  }

  /// The value of a variable, given as `{name}`: the wanted one if the stub accepts it there.
  private String piece(StubRequest stub, String variable, String wanted) {
    String name = PathTemplate.nameOf(variable.substring(1, variable.length() - 1));
    List<ValuePattern> conditions =
        stub.on(RequestPart.PATH_PARAMETER)
            .filter(on -> on.name().equals(name))
            .map(RequestCondition.On::pattern)
            .toList();
    return conditions.stream()
        .flatMap(pattern -> pattern.onlyText().stream())
        .findFirst()
        .or(
            () ->
                Stream.concat(Stream.of(wanted), USUAL_VALUES.stream())
                    .filter(
                        value ->
                            conditions.stream()
                                .allMatch(pattern -> patterns.accepts(pattern, value)))
                    .findFirst())
        .orElse(wanted);
  }

  private boolean matches(RequestPart part, ValuePattern pattern, String path) {
    return patterns.accepts(pattern, path)
        || (part == RequestPart.TARGET && patterns.accepts(pattern, path + "?"));
  }

  private static Stream<String> documentedPaths(StubRequest stub, OpenApiContract contract) {
    // Operations of the stub's method first: another one with the same path would be the wrong one.
    Stream<HttpOperation> same =
        contract.operations().stream().filter(operation -> isOf(stub, operation));
    Stream<HttpOperation> others =
        contract.operations().stream().filter(operation -> !isOf(stub, operation));
    return Stream.concat(same, others).flatMap(operation -> paths(operation, contract)).distinct();
  }

  private static boolean isOf(StubRequest stub, HttpOperation operation) {
    return stub.onlyMethod().map(operation.method()::equalsIgnoreCase).orElse(true);
  }

  private static Stream<String> paths(HttpOperation operation, OpenApiContract contract) {
    var values = new ArrayList<String>();
    operation.parameters().stream()
        .flatMap(parameter -> parameter.examples().stream())
        .map(example -> example.value().toString().replace("\"", ""))
        .forEach(values::add);
    values.addAll(USUAL_VALUES);
    return contract.basePaths().stream()
        .flatMap(
            base ->
                values.stream()
                    .map(
                        value ->
                            base
                                + VARIABLE
                                    .matcher(operation.path().text())
                                    .replaceAll(Matcher.quoteReplacement(value))));
  }

  private static Sample made(
      StubRequest stub, OpenApiContract contract, String url, boolean isLiteral) {
    var headers = new ArrayList<Header>();
    stub.on(RequestPart.HEADER)
        .forEach(
            header ->
                header
                    .pattern()
                    .onlyText()
                    .ifPresent(value -> headers.add(new Header(header.name(), value))));
    Bytes body = body(stub);
    boolean needsType =
        body.size() > 0
            && headers.stream().noneMatch(h -> h.name().equalsIgnoreCase("Content-Type"));
    if (needsType) {
      headers.add(new Header("Content-Type", "application/json"));
    }
    String target = target(stub, url);
    return new Sample(
        new HttpRequestMessage(method(stub, contract, target), target, headers, body), isLiteral);
  }

  private static String method(StubRequest stub, OpenApiContract contract, String target) {
    if (stub.onlyMethod().isPresent()) {
      return stub.onlyMethod().get().toUpperCase(Locale.ROOT);
    }
    int query = target.indexOf('?');
    String path = query < 0 ? target : target.substring(0, query);
    return contract.allowedMethods(path).stream().findFirst().orElse("GET");
  }

  private static String target(StubRequest stub, String url) {
    var query = new ArrayList<String>();
    stub.on(RequestPart.QUERY_PARAMETER)
        .forEach(
            parameter ->
                parameter
                    .pattern()
                    .onlyText()
                    .ifPresent(value -> query.add(encode(parameter.name()) + "=" + encode(value))));
    if (query.isEmpty()) {
      return url;
    }
    return url + (url.indexOf('?') < 0 ? "?" : "&") + String.join("&", query);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /// The body if the stub accepts only one: parts of it, or placeholders in it, make none.
  private static Bytes body(StubRequest stub) {
    List<ValuePattern> bodies =
        stub.on(RequestPart.BODY).map(RequestCondition.On::pattern).toList();
    if (bodies.size() != 1) {
      return Bytes.EMPTY;
    }
    return switch (bodies.getFirst()) {
      case ValuePattern.Json json -> json(json);
      case ValuePattern.Binary(Bytes bytes) -> bytes;
      case ValuePattern other -> other.onlyText().map(Bytes::utf8).orElse(Bytes.EMPTY);
    };
  }

  private static Bytes json(ValuePattern.Json json) {
    String text = json.expected().toString();
    boolean isPartial = json.ignoresExtra() || text.contains("${json-unit.");
    return isPartial ? Bytes.EMPTY : Bytes.utf8(text);
  }
}
