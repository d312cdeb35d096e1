package dev.concordat.contracts.pact;

import dev.concordat.contracts.meaning.Term;
import dev.concordat.contracts.meaning.TermMembers;
import dev.concordat.model.matching.MatchingRule;
import dev.concordat.model.matching.PathExpression;
import dev.concordat.model.matching.RuleList;
import dev.concordat.model.matching.RuleSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/// What matching rules and generators mean, in whichever version of the specification they are written.
final class RuleMeaning {
  private RuleMeaning() {}

  static Term of(MatchingRules rules) {
    return TermMembers.of("rules")
        .named("path", set(rules.path()))
        .named("query", set(rules.query()))
        .named("headers", set(rules.headers()))
        .named("body", set(rules.body()))
        .named("status", set(rules.status()))
        .named("metadata", set(rules.metadata()))
        .term();
  }

  static Term of(Generator generator) {
    return TermMembers.of("generator")
        .text("category", generator.category())
        .text("path", canonical(generator.path()))
        .text("type", generator.type())
        .put("attributes", Term.json(generator.attributes()))
        .term();
  }

  private static String canonical(String path) {
    try {
      return path.startsWith("$") ? PathExpression.parse(path).canonical() : path;
    } catch (IllegalArgumentException notAnExpression) {
      return path;
    }
  }

  private static Map<String, Term> set(RuleSet rules) {
    Map<String, Term> terms = new TreeMap<>();
    rules.byPath().forEach((path, list) -> terms.put(path.canonical(), list(list)));
    return terms;
  }

  private static Term list(RuleList list) {
    boolean isOne = list.rules().size() == 1;
    return TermMembers.of("all")
        .choices("rules", rules(list.rules()))
        .flag("oneIsEnough", !isOne && list.combine() == RuleList.Combine.OR)
        .term();
  }

  private static List<Term> rules(List<MatchingRule> rules) {
    return rules.stream().map(RuleMeaning::rule).toList();
  }

  private static Term rule(MatchingRule rule) {
    var term = TermMembers.of(rule.name());
    switch (rule) {
      case MatchingRule.Regex(var pattern) -> term.text("pattern", pattern);
      case MatchingRule.Type(var min, var max) -> sizes(term, min, max);
      case MatchingRule.IgnoreOrder(var min, var max) -> sizes(term, min, max);
      case MatchingRule.Include(var value) -> term.text("value", value);
      case MatchingRule.Temporal temporal -> term.text("format", temporal.effectiveFormat());
      case MatchingRule.EachKey(var inner) -> term.choices("rules", rules(inner));
      case MatchingRule.EachValue(var inner) -> term.choices("rules", rules(inner));
      case MatchingRule.ArrayContains(var variants) ->
          term.bag("variants", variants.stream().map(RuleMeaning::variant).toList());
      case MatchingRule.ContentType(var type) -> term.text("type", type);
      case MatchingRule.StatusCode(var statusClass, var codes) ->
          term.text("class", statusClass.name())
              .choices("codes", codes.stream().map(Term::number).toList());
      case MatchingRule.Unknown(var ignored, var attributes) ->
          term.put("attributes", Term.json(attributes));
      case MatchingRule.Equality ignored -> {}
      case MatchingRule.Numeric ignored -> {}
      case MatchingRule.Truth ignored -> {}
      case MatchingRule.Null ignored -> {}
      case MatchingRule.Values ignored -> {}
      case MatchingRule.NotEmpty ignored -> {}
      case MatchingRule.Semver ignored -> {}
    }
    return term.term();
  }

  private static void sizes(TermMembers term, OptionalInt min, OptionalInt max) {
    min.ifPresent(size -> term.put("min", Term.number(size)));
    max.ifPresent(size -> term.put("max", Term.number(size)));
  }

  private static Term variant(MatchingRule.ArrayContains.Variant variant) {
    return TermMembers.of("variant")
        .put("index", Term.number(variant.index()))
        .named("rules", set(variant.rules()))
        .term();
  }
}
