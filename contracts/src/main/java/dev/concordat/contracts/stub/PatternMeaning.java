package dev.concordat.contracts.stub;

import dev.concordat.contracts.meaning.ContentMeaning;
import dev.concordat.contracts.meaning.Term;
import dev.concordat.contracts.meaning.TermMembers;
import java.util.List;
import java.util.Optional;

/// What patterns for parts of requests mean.
final class PatternMeaning {
  private PatternMeaning() {}

  static Term of(ValuePattern pattern) {
    return switch (pattern) {
      case ValuePattern.Text(var relation, var text, var ignoresCase) ->
          TermMembers.of(relation.name())
              .text("text", text)
              .flag("ignoresCase", ignoresCase)
              .term();
      case ValuePattern.Regex(var regex, var isWhole, var ignoresCase) ->
          TermMembers.of("regex")
              .text("pattern", regex)
              .flag("whole", isWhole)
              .flag("ignoresCase", ignoresCase)
              .term();
      case ValuePattern.Glob(var glob) -> TermMembers.of("glob").text("pattern", glob).term();
      case ValuePattern.PathTemplate(var template) ->
          TermMembers.of("template").text("path", template).term();
      case ValuePattern.Binary(var bytes) ->
          TermMembers.of("binary").put("bytes", ContentMeaning.asBytes(bytes)).term();
      case ValuePattern.Json(var expected, var ignoresOrder, var ignoresExtra) ->
          TermMembers.of("json")
              .put("value", Term.json(expected))
              .flag("ignoresOrder", ignoresOrder)
              .flag("ignoresExtra", ignoresExtra)
              .term();
      case ValuePattern.JsonPath(var expression, var found) -> found("jsonPath", expression, found);
      case ValuePattern.XPath(var expression, var found) -> found("xPath", expression, found);
      case ValuePattern.JsonSchema(var schema) ->
          TermMembers.of("schema").put("schema", Term.json(schema)).term();
      case ValuePattern.Xml(var expected) -> TermMembers.of("xml").text("value", expected).term();
      case ValuePattern.Presence(var isPresent) ->
          TermMembers.of(isPresent ? "present" : "absent").term();
      case ValuePattern.AllOf(var all) -> TermMembers.of("allOf").choices("of", terms(all)).term();
      case ValuePattern.AnyOf(var any) -> TermMembers.of("anyOf").choices("of", terms(any)).term();
      case ValuePattern.Not(var not) -> TermMembers.of("not").put("of", later(not)).term();
      case ValuePattern.Several(var isExact, var each) ->
          TermMembers.of("several").flag("exact", isExact).bag("of", terms(each)).term();
      case ValuePattern.Other(var operator, var written) ->
          TermMembers.of("other").text("operator", operator).put("all", Term.json(written)).term();
    };
  }

  private static List<Term> terms(List<ValuePattern> patterns) {
    return patterns.stream().map(PatternMeaning::later).toList();
  }

  private static Term found(String kind, String expression, Optional<ValuePattern> inner) {
    return TermMembers.of(kind)
        .text("expression", expression)
        .maybe("found", inner.map(PatternMeaning::later))
        .term();
  }

  /// Patterns inside one another are looked at one after the other, so that their depth is not that of the stack.
  private static Term later(ValuePattern pattern) {
    return new Term.Knot(new Object(), () -> of(pattern));
  }
}
