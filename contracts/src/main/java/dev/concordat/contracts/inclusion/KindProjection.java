package dev.concordat.contracts.inclusion;

import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.schema.SchemaView;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// The keywords that speak of one kind of value.
final class KindProjection {
  private final ObjectProjection objects;

  KindProjection(Direction direction, Projection projection) {
    this.objects = new ObjectProjection(direction, projection);
  }

  void add(SchemaView view, Kind kind, boolean isClosed, List<Formula> parts) {
    switch (kind) {
      case NULL, BOOLEAN -> {}
      case NUMBER -> numbers(view, parts);
      case STRING -> texts(view, parts);
      case ARRAY -> arrays(view, isClosed, parts);
      case OBJECT -> objects.add(view, isClosed, parts);
    }
  }

  private static void numbers(SchemaView view, List<Formula> parts) {
    view.minimum().ifPresent(bound -> parts.add(is(new Condition.AtLeast(bound, false))));
    view.exclusiveMinimum().ifPresent(bound -> parts.add(is(new Condition.AtLeast(bound, true))));
    view.maximum().ifPresent(bound -> parts.add(is(new Condition.AtMost(bound, false))));
    view.exclusiveMaximum().ifPresent(bound -> parts.add(is(new Condition.AtMost(bound, true))));
    view.multipleOf()
        .filter(step -> step.signum() > 0)
        .ifPresent(step -> parts.add(is(new Condition.Multiple(step, true))));
    format(view, parts);
    Stream.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf")
        .filter(view::isBeyondComputing)
        .forEach(keyword -> parts.add(is(new Condition.Beyond("a huge " + keyword))));
  }

  private static void texts(SchemaView view, List<Formula> parts) {
    view.minLength().ifPresent(min -> parts.add(is(new Condition.Longer(min))));
    view.maxLength().ifPresent(max -> parts.add(is(new Condition.Shorter(max))));
    view.pattern().ifPresent(pattern -> parts.add(is(new Condition.Matches(pattern, true))));
    format(view, parts);
  }

  private static void format(SchemaView view, List<Formula> parts) {
    view.format()
        .filter(format -> view.assertsFormat())
        .ifPresent(format -> parts.add(is(new Condition.HasFormat(format, true))));
  }

  private static void arrays(SchemaView view, boolean isClosed, List<Formula> parts) {
    view.minItems().ifPresent(min -> parts.add(is(new Condition.Longer(min))));
    view.maxItems().ifPresent(max -> parts.add(is(new Condition.Shorter(max))));
    List<Schema> prefix = view.prefixItems();
    for (int i = 0; i < prefix.size(); i++) {
      parts.add(
          is(new Condition.Items(i, OptionalLong.of(i + 1L), claim(prefix.get(i), isClosed))));
    }
    view.items()
        .ifPresent(
            rest ->
                parts.add(
                    is(
                        new Condition.Items(
                            prefix.size(), OptionalLong.empty(), claim(rest, isClosed)))));
    if (view.uniqueItems()) {
      parts.add(is(new Condition.Unique(true)));
    }
    view.contains().ifPresent(wanted -> contains(view, claim(wanted, false), parts));
  }

  private static void contains(SchemaView view, Claim wanted, List<Formula> parts) {
    long min = view.minContains().orElse(1L);
    if (min > 0) {
      parts.add(is(new Condition.ContainsAtLeast(min, wanted)));
    }
    view.maxContains().ifPresent(max -> parts.add(is(new Condition.ContainsAtMost(max, wanted))));
  }

  static Claim claim(Schema schema, boolean isClosed) {
    return new Claim.Holds(schema, true, isClosed);
  }

  private static Formula is(Condition condition) {
    return Formula.of(condition);
  }
}
