package dev.concordat.contracts.inclusion;

import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.schema.SchemaView;
import dev.concordat.contracts.schema.Word;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/// The keywords that speak of one kind of value.
final class KindProjection {
  private static final BigDecimal INT_32 = BigDecimal.TWO.pow(31);
  private static final BigDecimal INT_64 = BigDecimal.TWO.pow(63);

  private final Direction direction;
  private final ObjectProjection objects;

  KindProjection(Direction direction, Projection projection) {
    this.direction = direction;
    this.objects = new ObjectProjection(projection, this);
  }

  void add(SchemaView view, Kind kind, Context context, List<Formula> parts) {
    switch (kind) {
      case NULL, BOOLEAN -> {}
      case NUMBER -> numbers(view, parts);
      case STRING -> texts(view, parts);
      case ARRAY -> arrays(view, context.isClosed(), parts);
      case OBJECT -> objects.add(view, context, parts);
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
    format(view).ifPresent(format -> integers(format, parts));
    Stream.of(
            Word.MINIMUM,
            Word.MAXIMUM,
            Word.EXCLUSIVE_MINIMUM,
            Word.EXCLUSIVE_MAXIMUM,
            Word.MULTIPLE_OF)
        .filter(view::isBeyondComputing)
        .forEach(bound -> parts.add(is(new Condition.Beyond("a huge " + bound.text()))));
  }

  private static void texts(SchemaView view, List<Formula> parts) {
    view.minLength().ifPresent(min -> parts.add(is(new Condition.Longer(min))));
    view.maxLength().ifPresent(max -> parts.add(is(new Condition.Shorter(max))));
    view.pattern().ifPresent(pattern -> parts.add(is(new Condition.Matches(pattern, true))));
    format(view)
        .filter(format -> !isOfIntegers(format))
        .ifPresent(format -> parts.add(is(new Condition.HasFormat(format, true))));
  }

  private static Optional<String> format(SchemaView view) {
    return view.format().filter(format -> view.assertsFormat());
  }

  private static boolean isOfIntegers(String format) {
    return format.equals("int32") || format.equals("int64");
  }

  /// Formats that are asserted speak of texts, but for these two of OpenAPI.
  private static void integers(String format, List<Formula> parts) {
    if (isOfIntegers(format)) {
      BigDecimal limit = format.equals("int32") ? INT_32 : INT_64;
      parts.add(is(new Condition.Multiple(BigDecimal.ONE, true)));
      parts.add(is(new Condition.AtLeast(limit.negate(), false)));
      parts.add(is(new Condition.AtMost(limit.subtract(BigDecimal.ONE), false)));
    }
  }

  private void arrays(SchemaView view, boolean isClosed, List<Formula> parts) {
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

  /// What is claimed of a value inside another. In a response a `writeOnly` one is refused, whatever it is.
  Claim claim(Schema schema, boolean isClosed) {
    return direction == Direction.RESPONSE && isOnlyWritten(schema)
        ? Claim.NEVER
        : new Claim.Holds(schema, true, isClosed);
  }

  /// Whether it, or a schema that it joins, says that its values do not come back.
  static boolean isOnlyWritten(Schema schema) {
    return isOnlyWritten(schema, new HashSet<>());
  }

  private static boolean isOnlyWritten(Schema schema, Set<Schema> seen) {
    SchemaView view = schema.view();
    return seen.add(schema)
        && (view.writeOnly() || view.allOf().stream().anyMatch(each -> isOnlyWritten(each, seen)));
  }

  private static Formula is(Condition condition) {
    return Formula.of(condition);
  }
}
