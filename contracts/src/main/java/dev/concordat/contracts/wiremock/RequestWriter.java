package dev.concordat.contracts.wiremock;

import dev.concordat.contracts.stub.RequestCondition;
import dev.concordat.contracts.stub.RequestPart;
import dev.concordat.contracts.stub.StubRequest;
import dev.concordat.contracts.stub.ValuePattern;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes which requests a mapping answers.
final class RequestWriter {
  private static final String ANY_METHOD = "ANY";

  private final List<Problem> lost;
  private final PatternWriter patterns;
  private final Map<String, JsonValue> single = new LinkedHashMap<>();
  private final Map<String, Map<String, JsonValue>> named = new LinkedHashMap<>();
  private final List<JsonValue> bodies = new ArrayList<>();
  private final List<JsonValue> parts = new ArrayList<>();

  RequestWriter(List<Problem> lost) {
    this.lost = lost;
    this.patterns = new PatternWriter(lost);
  }

  JsonObject write(StubRequest request) {
    single.put("method", new JsonString(ANY_METHOD));
    for (RequestCondition condition : request.conditions()) {
      switch (condition) {
        case RequestCondition.On on -> put(on);
        case RequestCondition.AnyOf any -> lose(any, "alternatives of requests");
        case RequestCondition.Not not -> lose(not, "a negated request");
        case RequestCondition.InPart part -> part(part);
        case RequestCondition.Unjudged other -> lose(other, other.what());
      }
    }
    named.forEach((member, patternsByName) -> single.put(member, new JsonObject(patternsByName)));
    if (!bodies.isEmpty()) {
      single.put("bodyPatterns", new JsonArray(bodies));
    }
    if (!parts.isEmpty()) {
      single.put("multipartPatterns", new JsonArray(parts));
    }
    return new JsonObject(single);
  }

  private void put(RequestCondition.On on) {
    switch (on.part()) {
      case SCHEME -> text(on, "scheme");
      case METHOD -> text(on, "method");
      case PORT -> port(on);
      case HOST -> patterns.write(on).ifPresent(json -> single.put("host", json));
      case CLIENT_ADDRESS -> patterns.write(on).ifPresent(json -> single.put("clientIp", json));
      case TARGET -> url(on, "url", "urlPattern");
      case PATH -> url(on, "urlPath", "urlPathPattern");
      case QUERY -> lose(on, "a pattern for the whole query");
      case PATH_PARAMETER -> named(on, "pathParameters");
      case QUERY_PARAMETER -> named(on, "queryParameters");
      case HEADER -> named(on, "headers");
      case COOKIE -> named(on, "cookies");
      case FORM_FIELD -> named(on, "formParameters");
      case BODY -> patterns.write(on).ifPresent(bodies::add);
    }
  }

  private void part(RequestCondition.InPart part) {
    var members = new LinkedHashMap<String, JsonValue>();
    members.put("matchingType", new JsonString(part.isEach() ? "ALL" : "ANY"));
    if (!part.name().isEmpty()) {
      members.put("name", new JsonString(part.name()));
    }
    var headers = new LinkedHashMap<String, JsonValue>();
    var contents = new ArrayList<JsonValue>();
    for (RequestCondition.On on : part.of()) {
      patterns
          .write(on)
          .ifPresent(
              json -> {
                if (on.part() == RequestPart.HEADER) {
                  headers.merge(on.name(), json, RequestWriter::both);
                } else {
                  contents.add(json);
                }
              });
    }
    if (!headers.isEmpty()) {
      members.put("headers", new JsonObject(headers));
    }
    if (!contents.isEmpty()) {
      members.put("bodyPatterns", new JsonArray(contents));
    }
    parts.add(new JsonObject(members));
  }

  private void text(RequestCondition.On on, String member) {
    on.pattern()
        .onlyText()
        .ifPresentOrElse(
            text -> single.put(member, new JsonString(text)),
            () -> lose(on, "a pattern for the " + member));
  }

  private void port(RequestCondition.On on) {
    on.pattern()
        .onlyText()
        .filter(text -> text.matches("[1-9][0-9]{0,4}"))
        .ifPresentOrElse(
            text -> single.put("port", new JsonNumber(text)),
            () -> lose(on, "a pattern for the port"));
  }

  private void url(RequestCondition.On on, String equal, String regex) {
    if (single.keySet().stream().anyMatch(member -> member.startsWith("url"))) {
      lose(on, "a second pattern for the address");
      return;
    }
    switch (on.pattern()) {
      case ValuePattern.Text(ValuePattern.Text.Relation relation, String text, boolean ignoresCase)
          when relation == ValuePattern.Text.Relation.EQUALS && !ignoresCase ->
          single.put(equal, new JsonString(text));
      case ValuePattern.PathTemplate(String template) when on.part() == RequestPart.PATH ->
          single.put("urlPathTemplate", new JsonString(template));
      default ->
          Regexes.of(on.pattern())
              .ifPresentOrElse(
                  pattern -> single.put(regex, new JsonString(pattern)),
                  () -> lose(on, "this pattern for the address"));
    }
  }

  /// A name may have one pattern; several are joined with `and`.
  private void named(RequestCondition.On on, String member) {
    patterns
        .write(on)
        .ifPresent(
            json ->
                named
                    .computeIfAbsent(member, none -> new LinkedHashMap<>())
                    .merge(on.name(), json, RequestWriter::both));
  }

  private static JsonValue both(JsonValue one, JsonValue other) {
    return new JsonObject(Map.of("and", JsonArray.of(one, other)));
  }

  private void lose(RequestCondition condition, String what) {
    lost.add(Lost.of(condition.place(), what));
  }
}
