package dev.concordat.contracts.pact;

import dev.concordat.contracts.pattern.SafePatterns;
import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.model.matching.MatchingRule;
import dev.concordat.model.matching.MatchingRule.Numeric.NumberKind;
import dev.concordat.model.matching.MatchingRule.Temporal.TemporalKind;
import dev.concordat.model.matching.PathExpression;
import dev.concordat.model.matching.RuleList;
import dev.concordat.model.matching.RuleSet;
import dev.concordat.model.matching.StatusClass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Reads single matching rules: `{"match": "type", "min": 1}`.
final class RuleReader {
  private final SafePatterns patterns;
  private final Problems problems;

  RuleReader(SafePatterns patterns, Problems problems) {
    this.patterns = patterns;
    this.problems = problems;
  }

  /// The rules for one path: one rule (version 2), or a list with how to combine it (version 3).
  RuleList list(Node node) {
    Optional<Node> matchers = Fields.get(node, "matchers");
    if (matchers.isEmpty()) {
      return new RuleList(rule(node).stream().toList(), RuleList.Combine.AND, false);
    }
    boolean isOr = Fields.text(node, "combine").filter("OR"::equalsIgnoreCase).isPresent();
    return new RuleList(
        rules(matchers.get()), isOr ? RuleList.Combine.OR : RuleList.Combine.AND, false);
  }

  private List<MatchingRule> rules(Node node) {
    if (!(node instanceof ArrayNode array)) {
      problems.error(
          "pact/bad-matcher",
          node,
          "the matchers are no list: " + node,
          "write [ {\"match\": \"type\"} ]");
      return List.of();
    }
    return array.items().stream().flatMap(item -> rule(item).stream()).toList();
  }

  private Optional<MatchingRule> rule(Node node) {
    if (!(node instanceof ObjectNode object)) {
      problems.error(
          "pact/bad-matcher",
          node,
          "a matcher is an object, this is " + node,
          "write {\"match\": \"type\"}");
      return Optional.empty();
    }
    return Optional.of(rule(object, name(object)));
  }

  /// Versions 2 files may leave the name out and say only what it needs.
  private static String name(ObjectNode rule) {
    return Fields.text(rule, "match")
        .orElseGet(
            () -> {
              for (String name : List.of("regex", "date", "time", "datetime", "timestamp")) {
                if (rule.has(name)) {
                  return name;
                }
              }
              return rule.has("min") || rule.has("max") ? "type" : "equality";
            });
  }

  private MatchingRule rule(ObjectNode node, String name) {
    return switch (name) {
      case "equality" -> new MatchingRule.Equality();
      case "regex" -> regex(node);
      case "type", "min", "max" -> new MatchingRule.Type(number(node, "min"), number(node, "max"));
      case "include" -> new MatchingRule.Include(Fields.text(node, "value").orElse(""));
      case "number" -> new MatchingRule.Numeric(NumberKind.NUMBER);
      case "integer" -> new MatchingRule.Numeric(NumberKind.INTEGER);
      case "decimal", "real" -> new MatchingRule.Numeric(NumberKind.DECIMAL);
      case "boolean" -> new MatchingRule.Truth();
      case "null" -> new MatchingRule.Null();
      case "date" -> temporal(node, TemporalKind.DATE, "date");
      case "time" -> temporal(node, TemporalKind.TIME, "time");
      case "datetime", "timestamp" -> temporal(node, TemporalKind.DATETIME, name);
      case "values" -> new MatchingRule.Values();
      case "eachKey", "each-key" -> new MatchingRule.EachKey(nested(node));
      case "eachValue", "each-value" -> new MatchingRule.EachValue(nested(node));
      case "arrayContains", "array-contains" -> new MatchingRule.ArrayContains(variants(node));
      case "ignore-order", "ignoreOrder", "equalsIgnoreOrder" ->
          new MatchingRule.IgnoreOrder(number(node, "min"), number(node, "max"));
      case "notEmpty", "not-empty" -> new MatchingRule.NotEmpty();
      case "semver" -> new MatchingRule.Semver();
      case "contentType", "content-type" ->
          new MatchingRule.ContentType(Fields.text(node, "value").orElse(""));
      case "statusCode", "status-code" -> status(node);
      default -> unknown(node, name);
    };
  }

  private MatchingRule regex(ObjectNode node) {
    String pattern = Fields.text(node, "regex").orElse("");
    if (!patterns.isPattern(pattern)) {
      problems.error(
          "pact/bad-matcher",
          node,
          "'" + pattern + "' is not a regular expression",
          "write a pattern that Java and RE2 understand");
    }
    return new MatchingRule.Regex(pattern);
  }

  private MatchingRule unknown(ObjectNode node, String name) {
    problems.warning(
        "pact/unknown-matcher",
        node,
        "the matcher '" + name + "' is not known, so nothing is checked by it",
        "if a plugin defines it, the check is the plugin's; else correct the name");
    return new MatchingRule.Unknown(name, node.toJson());
  }

  private static MatchingRule temporal(ObjectNode node, TemporalKind kind, String attribute) {
    String format = Fields.text(node, "format").or(() -> Fields.text(node, attribute)).orElse("");
    return new MatchingRule.Temporal(kind, format);
  }

  private static OptionalInt number(ObjectNode node, String name) {
    try {
      return Fields.text(node, name).isPresent()
          ? OptionalInt.of(Integer.parseInt(Fields.text(node, name).get()))
          : OptionalInt.empty();
    } catch (NumberFormatException e) {
      return OptionalInt.empty();
    }
  }

  private List<MatchingRule> nested(ObjectNode node) {
    return Fields.get(node, "rules").map(this::rules).orElse(List.of());
  }

  private List<MatchingRule.ArrayContains.Variant> variants(ObjectNode node) {
    var variants = new ArrayList<MatchingRule.ArrayContains.Variant>();
    for (Node variant : Fields.items(node, "variants")) {
      int index =
          variant instanceof ObjectNode object
              ? number(object, "index").orElse(variants.size())
              : variants.size();
      Map<PathExpression, RuleList> rules = new LinkedHashMap<>();
      Fields.object(variant, "rules")
          .ifPresent(
              all ->
                  all.members()
                      .forEach(
                          member ->
                              path(member.name(), member.value())
                                  .ifPresent(path -> rules.put(path, list(member.value())))));
      variants.add(new MatchingRule.ArrayContains.Variant(index, new RuleSet(rules)));
    }
    return variants;
  }

  private static MatchingRule status(ObjectNode node) {
    Optional<Node> status = Fields.get(node, "status");
    if (status.isPresent() && status.get() instanceof ArrayNode codes) {
      List<Integer> all =
          codes.items().stream()
              .flatMap(code -> Fields.text(code).stream())
              .filter(code -> code.length() == 3 && code.chars().allMatch(Character::isDigit))
              .map(Integer::valueOf)
              .toList();
      return new MatchingRule.StatusCode(StatusClass.LISTED, all);
    }
    String name = status.flatMap(Fields::text).orElse("success");
    StatusClass statusClass =
        Arrays.stream(StatusClass.values())
            .filter(known -> known.pactName().equals(name))
            .findFirst()
            .orElse(StatusClass.SUCCESS);
    return new MatchingRule.StatusCode(statusClass, List.of());
  }

  /// A path expression; a problem and nothing when it is none.
  Optional<PathExpression> path(String text, Node node) {
    try {
      return Optional.of(PathExpression.parse(text));
    } catch (IllegalArgumentException e) {
      problems.error(
          "pact/bad-path-expression",
          node,
          String.valueOf(e.getMessage()),
          "write it like $.items[*].price or $['a name']");
      return Optional.empty();
    }
  }
}
