package dev.concordat.standin.wiremock.match;

import dev.concordat.contracts.stub.RequestCondition;
import dev.concordat.contracts.stub.ValuePattern;
import java.util.List;
import java.util.stream.Collectors;

/// Patterns for people.
final class Shown {
  private Shown() {}

  static String pattern(ValuePattern pattern) {
    return switch (pattern) {
      case ValuePattern.Text(var relation, String text, boolean ignoresCase) -> {
        String folded = ignoresCase ? " (in any case)" : "";
        yield switch (relation) {
          case EQUALS -> text + folded;
          case CONTAINS -> "contains " + text + folded;
          case STARTS_WITH -> "starts with " + text + folded;
          case ENDS_WITH -> "ends with " + text + folded;
        };
      }
      case ValuePattern.Regex regex -> "matches " + regex.pattern();
      case ValuePattern.Glob(String glob) -> glob;
      case ValuePattern.PathTemplate(String template) -> template;
      case ValuePattern.Binary(var bytes) -> "these bytes: " + bytes;
      case ValuePattern.Json(var json, var ignoresOrder, var ignoresExtra) ->
          json
              + (ignoresOrder ? " (items in any order)" : "")
              + (ignoresExtra ? " (and more)" : "");
      case ValuePattern.JsonPath(String path, var found) ->
          path + found.map(inner -> " " + pattern(inner)).orElse("");
      case ValuePattern.XPath(String path, var found) ->
          path + found.map(inner -> " " + pattern(inner)).orElse("");
      case ValuePattern.JsonSchema(var schema) -> "valid against " + schema;
      case ValuePattern.Xml(String xml) -> xml;
      case ValuePattern.Presence(boolean isPresent) -> isPresent ? "(present)" : "(absent)";
      case ValuePattern.AllOf(List<ValuePattern> all) ->
          all.isEmpty() ? "(anything)" : joined(all, " and ");
      case ValuePattern.AnyOf(List<ValuePattern> any) -> joined(any, " or ");
      case ValuePattern.Not(ValuePattern not) -> "not " + pattern(not);
      case ValuePattern.Several(boolean isExact, List<ValuePattern> all) ->
          (isExact ? "exactly " : "among others ") + joined(all, ", ");
      case ValuePattern.Other(String operator, var written) -> written.toString();
    };
  }

  static String part(RequestCondition.InPart part) {
    return part.of().stream()
        .map(on -> Parts.label(on.part(), on.name()) + " " + pattern(on.pattern()))
        .collect(Collectors.joining(" and "));
  }

  private static String joined(List<ValuePattern> patterns, String with) {
    return patterns.stream().map(Shown::pattern).collect(Collectors.joining(with));
  }
}
