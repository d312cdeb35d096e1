package dev.concordat.compare.need;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.matching.DocumentPath;
import dev.concordat.model.matching.MatchingRule;
import dev.concordat.model.matching.RuleList;
import dev.concordat.model.matching.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What matchers make of a list.
final class ListTerms {
  private final MatcherTerms terms;
  private final DocumentPath path;
  private final JsonArray expected;

  ListTerms(MatcherTerms terms, DocumentPath path, JsonArray expected) {
    this.terms = terms;
    this.path = path;
    this.expected = expected;
  }

  Bounds terms() {
    Optional<RuleList> list = terms.rules().best(path);
    if (list.isEmpty()) {
      return byPosition();
    }
    List<Bounds> parts = new ArrayList<>();
    for (MatchingRule rule : list.get().rules()) {
      parts.add(apply(rule, list.get().isCascaded()));
    }
    Bounds all = Pieces.combined(list.get().combine(), parts);
    boolean hasItems = terms.shape().keepsItems() && !expected.items().isEmpty();
    return hasItems ? Pieces.all(List.of(all, Bounds.exactly(sized(1)))) : all;
  }

  private static JsonObject sized(int min) {
    return Terms.type("array").with("minItems", Terms.number(min));
  }

  private Bounds apply(MatchingRule rule, boolean isCascaded) {
    return switch (rule) {
      case MatchingRule.ArrayContains(List<MatchingRule.ArrayContains.Variant> variants)
          when !isCascaded ->
          arrayContains(variants);
      case MatchingRule.EachValue(List<MatchingRule> each) when !isCascaded ->
          likeTheExample(terms.each(path, each));
      case MatchingRule.IgnoreOrder order -> inAnyOrder(order, isCascaded);
      default -> Pieces.all(List.of(likeTheExample(terms), asWhole(rule, isCascaded)));
    };
  }

  /// What the rule says about the list itself.
  private Bounds asWhole(MatchingRule rule, boolean isCascaded) {
    return switch (rule) {
      case MatchingRule.Type type when !isCascaded ->
          Bounds.exactly(ScalarTerms.sized(Terms.type("array"), "Items", type));
      case MatchingRule.Equality() -> Bounds.exactly(Terms.one(expected));
      case MatchingRule.NotEmpty() when !isCascaded -> Bounds.exactly(sized(1));
      case MatchingRule.Null() when !isCascaded -> Bounds.exactly(Terms.NONE);
      default -> Bounds.exactly(Terms.type("array"));
    };
  }

  private Bounds byPosition() {
    int size = expected.items().size();
    List<Bounds> items = items(terms);
    List<JsonValue> over = items.stream().map(Bounds::over).toList();
    List<JsonValue> under = items.stream().map(Bounds::under).toList();
    return new Bounds(exactly(over, size), exactly(under, size));
  }

  private static JsonObject exactly(List<JsonValue> items, int size) {
    return Terms.list(items, Terms.ANY)
        .with("minItems", Terms.number(size))
        .with("maxItems", Terms.number(size));
  }

  private List<Bounds> items(MatcherTerms inner) {
    List<Bounds> items = new ArrayList<>();
    for (int i = 0; i < expected.items().size(); i++) {
      items.add(inner.of(path.item(i), expected.items().get(i)));
    }
    return items;
  }

  /// Items beyond the expected ones are compared with the first expected one.
  private Bounds likeTheExample(MatcherTerms inner) {
    if (expected.items().isEmpty()) {
      return Bounds.exactly(Terms.type("array"));
    }
    List<Bounds> items = items(inner);
    Bounds rest = inner.of(path.item(items.size()), expected.items().getFirst());
    return new Bounds(
        Terms.list(items.stream().map(Bounds::over).toList(), rest.over()),
        Terms.list(items.stream().map(Bounds::under).toList(), rest.under()));
  }

  private Bounds arrayContains(List<MatchingRule.ArrayContains.Variant> variants) {
    List<Bounds> parts = new ArrayList<>();
    parts.add(Bounds.exactly(Terms.type("array")));
    for (MatchingRule.ArrayContains.Variant variant : orAll(variants)) {
      if (variant.index() < expected.items().size()) {
        JsonValue wanted = expected.items().get(variant.index());
        Bounds item = terms.under(variant.rules()).of(DocumentPath.ROOT, wanted);
        parts.add(Pieces.mapped(item, schema -> Terms.type("array").with("contains", schema)));
      }
    }
    return Pieces.all(parts);
  }

  /// Without variants every expected item is one, compared by equality.
  private List<MatchingRule.ArrayContains.Variant> orAll(
      List<MatchingRule.ArrayContains.Variant> variants) {
    if (!variants.isEmpty()) {
      return variants;
    }
    List<MatchingRule.ArrayContains.Variant> all = new ArrayList<>();
    for (int i = 0; i < expected.items().size(); i++) {
      all.add(new MatchingRule.ArrayContains.Variant(i, RuleSet.EMPTY));
    }
    return all;
  }

  /// Each expected item is found; that each is found in another place is more than JSON Schema can say.
  private Bounds inAnyOrder(MatchingRule.IgnoreOrder order, boolean isCascaded) {
    int size = expected.items().size();
    boolean isExact = order.min().isEmpty() && order.max().isEmpty();
    JsonObject sizes =
        isExact
            ? exactly(List.of(), size)
            : ScalarTerms.sized(
                Terms.type("array"),
                "Items",
                isCascaded
                    ? MatchingRule.Type.PLAIN
                    : new MatchingRule.Type(order.min(), order.max()));
    List<Bounds> parts = new ArrayList<>();
    parts.add(Bounds.exactly(sizes));
    for (int i = 0; i < size; i++) {
      // The rule for the list itself does not go down to its items.
      Bounds item =
          terms.under(terms.rules().without(path)).of(path.item(i), expected.items().get(i));
      parts.add(new Bounds(Terms.type("array").with("contains", item.over()), Terms.NONE));
    }
    Bounds found = Pieces.all(parts);
    return new Bounds(found.over(), Terms.one(expected));
  }
}
