package dev.concordat.compare.schema;

import dev.concordat.contracts.schema.SchemaView;
import dev.concordat.contracts.schema.Word;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Bounds of numbers, lengths and counts: of several that are read together the tightest counts.
final class Quantities {
  /// The words that are compared here.
  static final long WORDS =
      Word.bits(
          Word.MINIMUM,
          Word.MAXIMUM,
          Word.EXCLUSIVE_MINIMUM,
          Word.EXCLUSIVE_MAXIMUM,
          Word.MIN_LENGTH,
          Word.MAX_LENGTH,
          Word.MIN_ITEMS,
          Word.MAX_ITEMS,
          Word.MIN_PROPERTIES,
          Word.MAX_PROPERTIES);

  private record Bound(
      String keyword, boolean isLower, Function<SchemaView, Optional<BigDecimal>> value) {}

  private static final List<Bound> BOUNDS =
      List.of(
          new Bound("minimum", true, SchemaView::minimum),
          new Bound("exclusiveMinimum", true, SchemaView::exclusiveMinimum),
          new Bound("maximum", false, SchemaView::maximum),
          new Bound("exclusiveMaximum", false, SchemaView::exclusiveMaximum),
          least("minLength", SchemaView::minLength),
          most("maxLength", SchemaView::maxLength),
          least("minItems", SchemaView::minItems),
          most("maxItems", SchemaView::maxItems),
          least("minProperties", SchemaView::minProperties),
          most("maxProperties", SchemaView::maxProperties));

  private Quantities() {}

  private static Bound least(String keyword, Function<SchemaView, Optional<Long>> size) {
    return new Bound(
        keyword,
        true,
        view -> size.apply(view).filter(count -> count > 0).map(BigDecimal::valueOf));
  }

  private static Bound most(String keyword, Function<SchemaView, Optional<Long>> size) {
    return new Bound(keyword, false, view -> size.apply(view).map(BigDecimal::valueOf));
  }

  static void compare(Spot spot, Findings findings) {
    for (Bound bound : BOUNDS) {
      Optional<Joined.Said<BigDecimal>> before = tightest(spot.before(), bound);
      Optional<Joined.Said<BigDecimal>> after = tightest(spot.after(), bound);
      change(before, after)
          .ifPresent(
              change ->
                  findings.plain(
                      spot,
                      bound.keyword,
                      change,
                      before.map(Quantities::json),
                      after.map(Quantities::json)));
    }
  }

  private static Optional<Joined.Said<BigDecimal>> tightest(Joined joined, Bound bound) {
    Optional<Joined.Said<BigDecimal>> tightest = Optional.empty();
    for (Joined.Said<BigDecimal> said : joined.all(bound.value)) {
      if (tightest.isEmpty() || isTighter(said.value(), tightest.get().value(), bound.isLower)) {
        tightest = Optional.of(said);
      }
    }
    return tightest;
  }

  private static boolean isTighter(BigDecimal value, BigDecimal than, boolean isLower) {
    int order = value.compareTo(than);
    return isLower ? order > 0 : order < 0;
  }

  private static Optional<Edit.Change> change(
      Optional<Joined.Said<BigDecimal>> before, Optional<Joined.Said<BigDecimal>> after) {
    if (before.isEmpty() || after.isEmpty()) {
      return before.isEmpty() && after.isEmpty()
          ? Optional.empty()
          : Optional.of(before.isEmpty() ? Edit.Change.SET : Edit.Change.UNSET);
    }
    int order = before.get().value().compareTo(after.get().value());
    return order == 0
        ? Optional.empty()
        : Optional.of(order < 0 ? Edit.Change.INCREASED : Edit.Change.DECREASED);
  }

  private static Joined.Said<JsonValue> json(Joined.Said<BigDecimal> said) {
    return new Joined.Said<>(JsonNumber.of(said.value()), said.part());
  }
}
