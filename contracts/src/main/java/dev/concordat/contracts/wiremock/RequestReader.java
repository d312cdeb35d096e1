package dev.concordat.contracts.wiremock;

import dev.concordat.contracts.reading.FieldReader;
import dev.concordat.contracts.reading.Reading;
import dev.concordat.contracts.stub.RequestCondition;
import dev.concordat.contracts.stub.RequestPart;
import dev.concordat.contracts.stub.StubRequest;
import dev.concordat.contracts.stub.ValuePattern;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads which requests a mapping answers.
final class RequestReader {
  private static final String ANY_METHOD = "ANY";

  private static final Set<String> KNOWN =
      Set.of(
          "scheme",
          "host",
          "port",
          "clientIp",
          "method",
          "url",
          "urlPath",
          "urlPattern",
          "urlPathPattern",
          "urlPathTemplate",
          "pathParameters",
          "queryParameters",
          "formParameters",
          "headers",
          "cookies",
          "basicAuth",
          "basicAuthCredentials",
          "bodyPatterns",
          "multipartPatterns",
          "customMatcher");

  private static final Set<String> PART =
      Set.of("name", "matchingType", "headers", "bodyPatterns", "fileName");

  /// Members that map names to patterns.
  private static final Map<String, RequestPart> NAMED = new LinkedHashMap<>();

  static {
    NAMED.put("pathParameters", RequestPart.PATH_PARAMETER);
    NAMED.put("queryParameters", RequestPart.QUERY_PARAMETER);
    NAMED.put("headers", RequestPart.HEADER);
    NAMED.put("cookies", RequestPart.COOKIE);
    NAMED.put("formParameters", RequestPart.FORM_FIELD);
  }

  private final FieldReader fields;
  private final PatternReader patterns;

  RequestReader(FieldReader fields) {
    this.fields = fields;
    this.patterns = new PatternReader(fields);
  }

  static boolean saysMethodOrUrl(ObjectNode request) {
    return request.has("method")
        || request.has("url")
        || request.has("urlPath")
        || request.has("urlPattern")
        || request.has("urlPathPattern")
        || request.has("urlPathTemplate");
  }

  StubRequest read(ObjectNode node) {
    fields.expectOnly(node, "a request", KNOWN);
    var conditions = new ArrayList<RequestCondition>();
    fields
        .text(node, "scheme")
        .ifPresent(text -> conditions.add(equal(RequestPart.SCHEME, node, "scheme", text)));
    pattern(node, "host").ifPresent(host -> conditions.add(on(RequestPart.HOST, "", host, node)));
    fields
        .text(node, "port")
        .ifPresent(text -> conditions.add(equal(RequestPart.PORT, node, "port", text)));
    pattern(node, "clientIp")
        .ifPresent(client -> conditions.add(on(RequestPart.CLIENT_ADDRESS, "", client, node)));
    method(node).ifPresent(conditions::add);
    url(node).ifPresent(conditions::add);
    NAMED.forEach((member, part) -> named(node, member, part, conditions));
    basicAuth(node).ifPresent(conditions::add);
    for (Node body : fields.items(node, "bodyPatterns")) {
      patterns
          .read(body)
          .ifPresent(pattern -> conditions.add(on(RequestPart.BODY, "", pattern, body)));
    }
    fields.objects(node, "multipartPatterns", "a multipart pattern").stream()
        .map(this::part)
        .forEach(conditions::add);
    node.get("customMatcher")
        .ifPresent(
            found -> conditions.add(new RequestCondition.Unjudged("customMatcher", found.place())));
    return new StubRequest(conditions, Optional.empty(), node.place());
  }

  private RequestCondition part(ObjectNode node) {
    fields.expectOnly(node, "a multipart pattern", PART);
    var of = new ArrayList<RequestCondition.On>();
    for (ObjectNode.Member header : fields.members(node, "headers")) {
      patterns
          .read(header.value())
          .ifPresent(
              pattern ->
                  of.add(
                      new RequestCondition.On(
                          RequestPart.HEADER, header.name(), pattern, header.place())));
    }
    for (Node body : fields.items(node, "bodyPatterns")) {
      patterns
          .read(body)
          .ifPresent(
              pattern ->
                  of.add(new RequestCondition.On(RequestPart.BODY, "", pattern, body.place())));
    }
    boolean isEach =
        Reading.text(node, "matchingType").map(text -> text.equalsIgnoreCase("ALL")).orElse(false);
    return new RequestCondition.InPart(
        isEach, Reading.text(node, "name").orElse(""), of, node.place());
  }

  private Optional<ValuePattern> pattern(ObjectNode node, String member) {
    return node.get(member).flatMap(patterns::read);
  }

  private Optional<RequestCondition> method(ObjectNode node) {
    return fields
        .text(node, "method")
        .map(text -> text.toUpperCase(Locale.ROOT))
        .filter(method -> !method.equals(ANY_METHOD))
        .map(method -> equal(RequestPart.METHOD, node, "method", method));
  }

  private Optional<RequestCondition> url(ObjectNode node) {
    var found = new ArrayList<RequestCondition>();
    text(node, "url").ifPresent(text -> found.add(equal(RequestPart.TARGET, node, "url", text)));
    text(node, "urlPath")
        .ifPresent(text -> found.add(equal(RequestPart.PATH, node, "urlPath", text)));
    regex(node, "urlPattern", RequestPart.TARGET).ifPresent(found::add);
    regex(node, "urlPathPattern", RequestPart.PATH).ifPresent(found::add);
    text(node, "urlPathTemplate")
        .map(ValuePattern.PathTemplate::new)
        .ifPresent(
            template -> found.add(on(RequestPart.PATH, "", template, at(node, "urlPathTemplate"))));
    if (found.size() > 1) {
      fields.warning(
          "several-urls",
          found.get(1).place(),
          "the request says its address twice; WireMock uses one of them only",
          "keep one of url, urlPath, urlPattern, urlPathPattern and urlPathTemplate");
    }
    return found.stream().findFirst();
  }

  private Optional<String> text(ObjectNode node, String member) {
    return fields.text(node, member);
  }

  private Optional<RequestCondition> regex(ObjectNode node, String member, RequestPart part) {
    Optional<String> text = text(node, member);
    text.ifPresent(pattern -> fields.checkRegex(at(node, member), pattern));
    return text.map(
        pattern -> on(part, "", new ValuePattern.Regex(pattern, true, false), at(node, member)));
  }

  private void named(
      ObjectNode node, String member, RequestPart part, List<RequestCondition> conditions) {
    for (ObjectNode.Member one : fields.members(node, member)) {
      patterns
          .read(one.value())
          .ifPresent(
              pattern ->
                  conditions.add(new RequestCondition.On(part, one.name(), pattern, one.place())));
    }
  }

  private Optional<RequestCondition> basicAuth(ObjectNode node) {
    String member = node.has("basicAuth") ? "basicAuth" : "basicAuthCredentials";
    return fields
        .object(node, member)
        .map(
            auth -> {
              String pair =
                  Reading.text(auth, "username").orElse("")
                      + ":"
                      + Reading.text(auth, "password").orElse("");
              String header = "Basic " + Base64.getEncoder().encodeToString(utf8(pair));
              return new RequestCondition.On(
                  RequestPart.HEADER,
                  "Authorization",
                  ValuePattern.Text.equalTo(header),
                  auth.place());
            });
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Node at(ObjectNode node, String member) {
    return node.get(member).orElse(node);
  }

  private static RequestCondition equal(
      RequestPart part, ObjectNode node, String member, String text) {
    return on(part, "", ValuePattern.Text.equalTo(text), at(node, member));
  }

  private static RequestCondition on(
      RequestPart part, String name, ValuePattern pattern, Node node) {
    return new RequestCondition.On(part, name, pattern, node.place());
  }
}
