package dev.concordat.compare.need;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.matching.DocumentPath;
import dev.concordat.model.matching.MatchingRule;
import dev.concordat.model.matching.PathExpression;
import dev.concordat.model.matching.RuleList;
import dev.concordat.model.matching.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Says in JSON Schema which values an example with its matchers takes, place by place as the matcher itself goes
/// (`JsonMatcher`).
final class MatcherTerms {
  /// Values in an example; what comes after them is left open.
  private static final int MAX_VALUES = 20_000;

  private final Shape shape;
  private final RuleSet rules;
  private final ScalarTerms scalars;
  private final Count count;

  private static final class Count {
    private int values;
  }

  MatcherTerms(Shape shape, RuleSet rules, TextLanguages texts) {
    this(shape, rules, new ScalarTerms(texts), new Count());
  }

  private MatcherTerms(Shape shape, RuleSet rules, ScalarTerms scalars, Count count) {
    this.shape = shape;
    this.rules = rules;
    this.scalars = scalars;
    this.count = count;
  }

  /// The same under other rules.
  MatcherTerms under(RuleSet others) {
    return new MatcherTerms(shape, others, scalars, count);
  }

  Shape shape() {
    return shape;
  }

  RuleSet rules() {
    return rules;
  }

  /// The values that are taken at a place where the example has this one.
  Bounds of(DocumentPath path, JsonValue expected) {
    if (++count.values > MAX_VALUES) {
      return new Bounds(Terms.ANY, Terms.NONE);
    }
    return switch (expected) {
      case JsonObject object ->
          orInstead(path, object, new ObjectTerms(this, path, object).terms());
      case JsonArray array -> orInstead(path, array, new ListTerms(this, path, array).terms());
      default -> scalar(path, expected);
    };
  }

  private Bounds scalar(DocumentPath path, JsonValue expected) {
    Optional<RuleList> list = rules.best(path);
    if (list.isEmpty()) {
      return Bounds.exactly(Terms.one(expected));
    }
    boolean isOpenNull = shape.byType() && expected == JsonNull.NULL && list.get().isCascaded();
    // An example without a value does not tell the type of the others.
    return isOpenNull ? Bounds.ANY : rulesOn(list.get(), expected);
  }

  private Bounds rulesOn(RuleList list, JsonValue expected) {
    List<Bounds> parts = new ArrayList<>();
    for (MatchingRule rule : list.rules()) {
      parts.add(scalars.of(rule, expected, list.isCascaded()));
    }
    return Pieces.combined(list.combine(), parts);
  }

  /// Alternatives and the null rule may admit something else in the place of an object or a list.
  private Bounds orInstead(DocumentPath path, JsonValue expected, Bounds container) {
    Optional<RuleList> list =
        rules.best(path).filter(found -> !found.isCascaded()).filter(MatcherTerms::admitsOthers);
    if (list.isEmpty()) {
      return container;
    }
    Bounds others = Bounds.exactly(Terms.not(Terms.type(expected.type())));
    Bounds instead = Pieces.all(List.of(others, rulesOn(list.get(), expected)));
    return Pieces.any(List.of(container, instead));
  }

  private static boolean admitsOthers(RuleList list) {
    return list.combine() == RuleList.Combine.OR
        || list.rules().stream().anyMatch(MatchingRule.Null.class::isInstance);
  }

  /// The rules of `eachValue` for what is in a container.
  MatcherTerms each(DocumentPath path, List<MatchingRule> each) {
    List<MatchingRule> inner = each.isEmpty() ? List.of(MatchingRule.Type.PLAIN) : each;
    return under(
        rules.with(
            PathExpression.childrenOf(path), new RuleList(inner, RuleList.Combine.AND, false)));
  }

  Bounds scalarRule(MatchingRule rule, JsonValue expected, boolean isCascaded) {
    return scalars.of(rule, expected, isCascaded);
  }
}
