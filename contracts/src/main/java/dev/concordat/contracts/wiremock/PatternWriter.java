package dev.concordat.contracts.wiremock;

import dev.concordat.contracts.stub.RequestCondition;
import dev.concordat.contracts.stub.ValuePattern;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.problem.Problem;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Writes how a value is compared.
final class PatternWriter {
  private final List<Problem> lost;

  PatternWriter(List<Problem> lost) {
    this.lost = lost;
  }

  Optional<JsonValue> write(RequestCondition.On on) {
    Optional<JsonObject> json = json(on.pattern());
    if (json.isEmpty()) {
      lost.add(Lost.of(on.place(), "the pattern " + on.pattern()));
    }
    return json.map(found -> found);
  }

  private Optional<JsonObject> json(ValuePattern pattern) {
    return switch (pattern) {
      case ValuePattern.Text text -> Optional.of(text(text));
      case ValuePattern.Regex ignored -> Regexes.of(pattern).map(regex -> one("matches", regex));
      case ValuePattern.Glob ignored -> Regexes.of(pattern).map(regex -> one("matches", regex));
      case ValuePattern.PathTemplate(String text) -> Optional.of(one("matchesPathTemplate", text));
      case ValuePattern.Binary(var bytes) ->
          Optional.of(one("binaryEqualTo", Base64.getEncoder().encodeToString(bytes.toArray())));
      case ValuePattern.Json json -> Optional.of(json(json));
      case ValuePattern.JsonSchema(JsonValue schema) ->
          Optional.of(one("matchesJsonSchema", schema));
      case ValuePattern.JsonPath(String path, Optional<ValuePattern> found) ->
          expression("matchesJsonPath", path, found);
      case ValuePattern.Xml(String xml) -> Optional.of(one("equalToXml", xml));
      case ValuePattern.XPath(String path, Optional<ValuePattern> found) ->
          expression("matchesXPath", path, found);
      case ValuePattern.Presence(boolean isPresent) -> Optional.of(presence(isPresent));
      case ValuePattern.AllOf(List<ValuePattern> all) when all.isEmpty() ->
          Optional.of(one("anything", "(always)"));
      case ValuePattern.AllOf(List<ValuePattern> all) -> list("and", all);
      case ValuePattern.AnyOf(List<ValuePattern> any) -> list("or", any);
      case ValuePattern.Not(ValuePattern not) -> json(not).map(json -> one("not", json));
      case ValuePattern.Several(boolean isExact, List<ValuePattern> several) ->
          list(isExact ? "hasExactly" : "includes", several);
      case ValuePattern.Other(String operator, JsonObject written) ->
          written.members().containsKey(operator) ? Optional.of(written) : Optional.empty();
    };
  }

  private static JsonObject text(ValuePattern.Text text) {
    String operator =
        switch (text.relation()) {
          case EQUALS -> "equalTo";
          case CONTAINS -> "contains";
          case STARTS_WITH, ENDS_WITH -> "matches";
        };
    if (operator.equals("matches")) {
      return one(operator, Regexes.of(text).orElseThrow());
    }
    JsonObject json = one(operator, text.text());
    return text.ignoresCase() ? json.with("caseInsensitive", new JsonBoolean(true)) : json;
  }

  private static JsonObject json(ValuePattern.Json json) {
    var members = new LinkedHashMap<String, JsonValue>();
    // Text is taken for JSON text, so a JSON string is written as the text of one.
    JsonValue expected =
        json.expected() instanceof JsonString string
            ? new JsonString(string.toString())
            : json.expected();
    members.put("equalToJson", expected);
    if (json.ignoresOrder()) {
      members.put("ignoreArrayOrder", new JsonBoolean(true));
    }
    if (json.ignoresExtra()) {
      members.put("ignoreExtraElements", new JsonBoolean(true));
    }
    return new JsonObject(members);
  }

  /// A value that is there is one of which it is not true that it is absent.
  private static JsonObject presence(boolean isPresent) {
    return isPresent
        ? one("not", one("absent", new JsonBoolean(true)))
        : one("absent", new JsonBoolean(true));
  }

  private Optional<JsonObject> expression(
      String operator, String path, Optional<ValuePattern> found) {
    if (found.isEmpty()) {
      return Optional.of(one(operator, path));
    }
    return json(found.get())
        .map(
            inner -> {
              var members = new LinkedHashMap<String, JsonValue>();
              members.put("expression", new JsonString(path));
              members.putAll(inner.members());
              return one(operator, new JsonObject(members));
            });
  }

  private Optional<JsonObject> list(String operator, List<ValuePattern> patterns) {
    List<JsonValue> written =
        patterns.stream().map(this::json).<JsonValue>flatMap(Optional::stream).toList();
    return written.size() == patterns.size()
        ? Optional.of(one(operator, new JsonArray(written)))
        : Optional.empty();
  }

  private static JsonObject one(String name, String text) {
    return one(name, new JsonString(text));
  }

  private static JsonObject one(String name, JsonValue value) {
    return new JsonObject(Map.of(name, value));
  }
}
