package dev.concordat.compare.need;

import dev.concordat.contracts.pattern.SafePatterns;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.matching.Difference;
import dev.concordat.model.matching.DocumentPath;
import dev.concordat.model.matching.JsonMatcher;
import dev.concordat.model.matching.MatchingRule;
import dev.concordat.model.matching.PathExpression;
import dev.concordat.model.matching.RuleList;
import dev.concordat.model.matching.RuleSet;
import dev.concordat.model.matching.ValueMatcher;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// A value that a consumer wrote down, with the matchers beside it. Not thread-safe.
public final class Example {
  private static final PathExpression WHOLE = PathExpression.parse("$");
  private static final RuleList BY_TYPE = RuleList.of(MatchingRule.Type.PLAIN);

  private final JsonValue value;
  private final RuleSet rules;
  private final MemorySchemas schemas;
  private final TextLanguages texts;
  private final ValueMatcher values = new ValueMatcher(new SafePatterns());

  public Example(JsonValue value, RuleSet rules, MemorySchemas schemas) {
    this.value = value;
    this.rules = rules;
    this.schemas = schemas;
    this.texts = new TextLanguages(schemas);
  }

  public JsonValue value() {
    return value;
  }

  /// Whether it is more than one value.
  public boolean hasRules() {
    return !rules.isEmpty();
  }

  /// The values that it stands for.
  public Language language(Shape shape) {
    Bounds bounds = terms(shape).of(DocumentPath.ROOT, value);
    return new Language(schemas.of(bounds.over()), schemas.of(bounds.under()), matcher(shape));
  }

  private MatcherTerms terms(Shape shape) {
    return new MatcherTerms(shape, rules(shape), texts);
  }

  private Predicate<JsonValue> matcher(Shape shape) {
    return actual -> objections(shape, actual).isEmpty();
  }

  /// What the matchers object to in a value.
  List<Difference> objections(Shape shape, JsonValue actual) {
    return new JsonMatcher(rules(shape), shape.isOpen(), values).match(value, actual);
  }

  Optional<Difference> objection(Shape shape, JsonValue actual) {
    return objections(shape, actual).stream().findFirst();
  }

  private RuleSet rules(Shape shape) {
    if (!shape.hasRules()) {
      return RuleSet.EMPTY;
    }
    if (!shape.byType()) {
      return rules;
    }
    // The rule for the root weighs least, so every rule that was written goes before it.
    Map<PathExpression, RuleList> all = new LinkedHashMap<>(rules.byPath());
    all.putIfAbsent(WHOLE, BY_TYPE);
    return new RuleSet(all);
  }

  /// A place in the example.
  ///
  /// @param steps from the root: names of members, positions of items
  public record Spot(List<Step> steps, JsonValue value) {
    public Spot {
      steps = List.copyOf(steps);
    }

    /// The JSON Pointer of it, array indices as `*`.
    public String pointer() {
      return Steps.pointer(steps);
    }
  }

  /// One step down.
  public sealed interface Step {
    record Member(String name) implements Step {}

    record Item(int index) implements Step {}
  }

  /// The whole.
  Spot root() {
    return new Spot(List.of(), value);
  }

  /// What is directly inside a spot.
  List<Spot> inside(Spot spot) {
    List<Spot> inside = new ArrayList<>();
    if (spot.value() instanceof JsonObject object) {
      object
          .members()
          .forEach((name, value) -> inside.add(below(spot, new Step.Member(name), value)));
    } else if (spot.value() instanceof JsonArray array) {
      for (int i = 0; i < array.items().size(); i++) {
        inside.add(below(spot, new Step.Item(i), array.items().get(i)));
      }
    }
    return inside;
  }

  private static Spot below(Spot spot, Step step, JsonValue value) {
    List<Step> steps = new ArrayList<>(spot.steps());
    steps.add(step);
    return new Spot(steps, value);
  }

  /// The values in which the spot alone is as it stands here, and nothing is said of the rest.
  Schema alone(Spot spot, Shape shape) {
    return schemas.of(Steps.around(spot.steps(), terms(shape).of(path(spot), spot.value()).over()));
  }

  /// The values that have something of this type at the spot.
  Schema ofType(Spot spot) {
    return schemas.of(Steps.around(spot.steps(), Terms.type(spot.value().type())));
  }

  /// The values that have something at the spot, whatever it is.
  Schema present(Spot spot) {
    return schemas.of(Steps.around(spot.steps(), Terms.ANY));
  }

  /// The values in which the spot is as it stands here wherever what is around it is there. What is inside it counts only
  /// where it is not looked at by itself.
  Language wherever(Spot spot, Shape shape) {
    return isPlain(spot, shape)
        ? wherever(spot, shape, Bounds.exactly(Terms.type(spot.value().type())))
        : whollyWherever(spot, shape);
  }

  /// The same with all that is inside it.
  Language whollyWherever(Spot spot, Shape shape) {
    return wherever(spot, shape, terms(shape).of(path(spot), spot.value()));
  }

  private Language wherever(Spot spot, Shape shape, Bounds bounds) {
    Bounds whole = Pieces.mapped(bounds, inner -> Steps.wherever(spot.steps(), inner));
    Schema under = schemas.of(whole.under());
    return new Language(schemas.of(whole.over()), under, matcher(shape));
  }

  /// What is inside a spot that the consumer's matchers look at one by one, the first item of a list standing for all.
  List<Spot> lookedAt(Spot spot, Shape shape) {
    return isPlain(spot, shape)
        ? inside(spot).stream().filter(Example::isFirst).toList()
        : List.of();
  }

  private static boolean isFirst(Spot spot) {
    return switch (spot.steps().getLast()) {
      case Step.Member ignored -> true;
      case Step.Item(int index) -> index == 0;
    };
  }

  /// Whether it is an object or a list that is compared part by part, and only by its type as a whole.
  private boolean isPlain(Spot spot, Shape shape) {
    boolean isContainer = spot.value() instanceof JsonObject || spot.value() instanceof JsonArray;
    return isContainer
        && rules(shape)
            .best(path(spot))
            .filter(
                list ->
                    list.rules().stream().allMatch(rule -> rule.equals(MatchingRule.Type.PLAIN)))
            .isPresent();
  }

  private static DocumentPath path(Spot spot) {
    DocumentPath path = DocumentPath.ROOT;
    for (Step step : spot.steps()) {
      path =
          switch (step) {
            case Step.Member(String name) -> path.field(name);
            case Step.Item(int index) -> path.item(index);
          };
    }
    return path;
  }
}
