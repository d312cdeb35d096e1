package dev.concordat.compare.need;

import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.matching.DocumentPath;
import dev.concordat.model.matching.MatchingRule;
import dev.concordat.model.matching.RuleList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What matchers make of an object.
final class ObjectTerms {
  private final MatcherTerms terms;
  private final DocumentPath path;
  private final JsonObject expected;

  ObjectTerms(MatcherTerms terms, DocumentPath path, JsonObject expected) {
    this.terms = terms;
    this.path = path;
    this.expected = expected;
  }

  Bounds terms() {
    Optional<RuleList> list = terms.rules().best(path);
    if (list.isEmpty()) {
      return members();
    }
    List<Bounds> parts = new ArrayList<>();
    for (MatchingRule rule : list.get().rules()) {
      parts.add(apply(rule, list.get().isCascaded()));
    }
    return Pieces.combined(list.get().combine(), parts);
  }

  private Bounds apply(MatchingRule rule, boolean isCascaded) {
    if (!isCascaded && rule instanceof MatchingRule.EachValue(List<MatchingRule> each)) {
      return everyValue(terms.each(path, each));
    }
    if (!isCascaded && rule instanceof MatchingRule.Values) {
      return everyValue(terms);
    }
    Bounds whole = Pieces.all(List.of(members(), asWhole(rule, isCascaded)));
    return !isCascaded && rule instanceof MatchingRule.EachKey(List<MatchingRule> each)
        ? Pieces.all(List.of(whole, keys(each)))
        : whole;
  }

  /// What the rule says about the object itself.
  private Bounds asWhole(MatchingRule rule, boolean isCascaded) {
    return switch (rule) {
      case MatchingRule.Type type when !isCascaded ->
          Bounds.exactly(ScalarTerms.sized(Terms.type("object"), "Properties", type));
      case MatchingRule.Equality() -> Bounds.exactly(Terms.one(expected));
      case MatchingRule.NotEmpty() when !isCascaded ->
          Bounds.exactly(Terms.type("object").with("minProperties", Terms.number(1)));
      case MatchingRule.Null() when !isCascaded -> Bounds.exactly(Terms.NONE);
      case MatchingRule unsuitable when !isCascaded && isForValues(unsuitable) ->
          Bounds.exactly(Terms.NONE);
      default -> Bounds.ANY;
    };
  }

  private static boolean isForValues(MatchingRule rule) {
    return rule instanceof MatchingRule.Numeric
        || rule instanceof MatchingRule.Truth
        || rule instanceof MatchingRule.Temporal
        || rule instanceof MatchingRule.Semver
        || rule instanceof MatchingRule.Include;
  }

  private Bounds members() {
    boolean ignoresKeys = terms.rules().exact(path).filter(list -> ignoresKeys(list)).isPresent();
    boolean isOpen = ignoresKeys || terms.shape().isOpen();
    List<String> required = ignoresKeys ? List.of() : List.copyOf(expected.members().keySet());
    JsonValue others = isOpen ? Terms.ANY : Terms.NONE;
    Map<String, JsonValue> over = new LinkedHashMap<>();
    Map<String, JsonValue> under = new LinkedHashMap<>();
    expected
        .members()
        .forEach(
            (name, value) -> {
              Bounds member = terms.of(path.field(name), value);
              over.put(name, member.over());
              under.put(name, member.under());
            });
    return new Bounds(Terms.object(over, required, others), Terms.object(under, required, others));
  }

  private static boolean ignoresKeys(RuleList list) {
    return list.rules().stream()
        .anyMatch(
            rule ->
                rule instanceof MatchingRule.Values
                    || rule instanceof MatchingRule.EachValue
                    || rule instanceof MatchingRule.EachKey);
  }

  /// Any key; a value that is not expected is compared with the first that is.
  private Bounds everyValue(MatcherTerms inner) {
    if (expected.members().isEmpty()) {
      return Bounds.exactly(Terms.type("object"));
    }
    Map<String, JsonValue> over = new LinkedHashMap<>();
    Map<String, JsonValue> under = new LinkedHashMap<>();
    expected
        .members()
        .forEach(
            (name, value) -> {
              Bounds member = inner.of(path.field(name), value);
              over.put(name, member.over());
              under.put(name, member.under());
            });
    JsonValue example = expected.valueAt(0);
    Bounds others = inner.of(path.field(unheardOf()), example);
    return new Bounds(
        Terms.object(over, List.of(), others.over()),
        Terms.object(under, List.of(), others.under()));
  }

  /// A key for which no rule was written.
  private String unheardOf() {
    String name = "*";
    while (expected.has(name)) {
      name += "*";
    }
    return name;
  }

  private Bounds keys(List<MatchingRule> each) {
    List<Bounds> parts = new ArrayList<>();
    for (MatchingRule rule : each) {
      parts.add(terms.scalarRule(rule, new JsonString(""), false));
    }
    return Pieces.mapped(
        Pieces.all(parts), schema -> Terms.type("object").with("propertyNames", schema));
  }
}
