package dev.concordat.contracts.wiremock;

import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.pattern.SafePatterns;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.matching.PatternEngine;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Requests that a stub answers, made from its patterns.
final class SampleRequests {
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

  private final SafePatterns patterns;

  SampleRequests(SafePatterns patterns) {
    this.patterns = patterns;
  }

  /// @param isLiteral whether path and query are the stub's own words and not examples for its pattern
  record Sample(HttpRequestMessage request, boolean isLiteral) {}

  /// A request that the stub answers and that belongs to the contract if that can be; empty when none could be made.
  Optional<Sample> sample(StubRequest stub, OpenApiContract contract) {
    return switch (stub.url().kind()) {
      case URL, PATH -> Optional.of(made(stub, contract, stub.url().value(), true));
      case PATH_TEMPLATE ->
          Optional.of(
              made(stub, contract, VARIABLE.matcher(stub.url().value()).replaceAll("1"), false));
      case URL_REGEX, PATH_REGEX ->
          documentedPaths(stub, contract)
              .filter(path -> matches(stub.url(), path))
              .findFirst()
              .map(path -> made(stub, contract, path, false));
      case ANY -> Optional.empty();
    };
  }

  private boolean matches(UrlPattern url, String path) {
    return patterns.match(url.value(), path) == PatternEngine.Answer.MATCHES
        || (url.kind() == UrlPattern.Kind.URL_REGEX
            && patterns.match(url.value(), path + "?") == PatternEngine.Answer.MATCHES);
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
    return stub.method().equals(StubRequest.ANY_METHOD) || stub.method().equals(operation.method());
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
    for (NamedPattern header : stub.headers()) {
      header.pattern().onlyText().ifPresent(value -> headers.add(new Header(header.name(), value)));
    }
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
    if (!stub.method().equals(StubRequest.ANY_METHOD)) {
      return stub.method();
    }
    int query = target.indexOf('?');
    String path = query < 0 ? target : target.substring(0, query);
    return contract.allowedMethods(path).stream().findFirst().orElse("GET");
  }

  private static String target(StubRequest stub, String url) {
    var query = new ArrayList<String>();
    for (NamedPattern parameter : stub.queryParameters()) {
      parameter
          .pattern()
          .onlyText()
          .ifPresent(value -> query.add(encode(parameter.name()) + "=" + encode(value)));
    }
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
    if (stub.bodyPatterns().size() != 1) {
      return Bytes.EMPTY;
    }
    ValuePattern only = stub.bodyPatterns().getFirst();
    boolean isPartial =
        only.all().toString().contains("\"ignoreExtraElements\":true")
            || only.all().toString().contains("${json-unit.");
    return isPartial ? Bytes.EMPTY : only.onlyText().map(Bytes::utf8).orElse(Bytes.EMPTY);
  }
}
