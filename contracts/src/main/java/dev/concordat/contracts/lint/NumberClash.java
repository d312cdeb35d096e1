package dev.concordat.contracts.lint;

import dev.concordat.contracts.schema.SchemaView;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/// Bounds that leave no number.
final class NumberClash {
  /// Numbers with more digits than this, written out, are not computed with.
  private static final int MAX_SCALE = 1_000;

  private NumberClash() {}

  /// A bound and the sentence that sets it.
  private record Bound(SchemaView view, String keyword, BigDecimal value, boolean isExclusive) {}

  static Optional<Clash> in(List<SchemaView> parts, boolean isInteger) {
    Optional<Bound> low = lowest(parts);
    Optional<Bound> high = highest(parts);
    if (low.isEmpty() || high.isEmpty() || !isTame(low.get()) || !isTame(high.get())) {
      return Optional.empty();
    }
    return isEmpty(low.get(), high.get(), isInteger)
        ? Optional.of(
            Sentence.clash(
                low.get().view(), low.get().keyword(), high.get().view(), high.get().keyword()))
        : Optional.empty();
  }

  private static boolean isEmpty(Bound low, Bound high, boolean isInteger) {
    int order = low.value().compareTo(high.value());
    if (order > 0 || (order == 0 && (low.isExclusive() || high.isExclusive()))) {
      return true;
    }
    if (!isInteger) {
      return false;
    }
    BigDecimal first = low.value().setScale(0, RoundingMode.CEILING);
    BigDecimal from =
        low.isExclusive() && first.compareTo(low.value()) == 0 ? first.add(BigDecimal.ONE) : first;
    int toHigh = from.compareTo(high.value());
    return toHigh > 0 || (toHigh == 0 && high.isExclusive());
  }

  private static Optional<Bound> lowest(List<SchemaView> parts) {
    Optional<Bound> best = Optional.empty();
    for (SchemaView part : parts) {
      best = tighter(best, part.minimum().map(v -> new Bound(part, "minimum", v, false)), 1);
      best = tighter(best, part.exclusiveMinimum().map(v -> exclusive(part, "inimum", v)), 1);
    }
    return best;
  }

  private static Optional<Bound> highest(List<SchemaView> parts) {
    Optional<Bound> best = Optional.empty();
    for (SchemaView part : parts) {
      best = tighter(best, part.maximum().map(v -> new Bound(part, "maximum", v, false)), -1);
      best = tighter(best, part.exclusiveMaximum().map(v -> exclusive(part, "aximum", v)), -1);
    }
    return best;
  }

  /// In older dialects the exclusive bound is the other keyword's number.
  private static Bound exclusive(SchemaView part, String rest, BigDecimal value) {
    boolean isOld =
        part.sentenceOf("m" + rest).isPresent()
            && part.schema().dialect().uri().matches(".*(draft-04|oas/3\\.0).*");
    String keyword = isOld ? "m" + rest : "exclusiveM" + rest;
    return new Bound(part, keyword, value, true);
  }

  private static Optional<Bound> tighter(Optional<Bound> best, Optional<Bound> next, int sign) {
    if (next.isEmpty() || best.isEmpty()) {
      return best.isEmpty() ? next : best;
    }
    BigDecimal found = next.get().value();
    BigDecimal known = best.get().value();
    int order = sign > 0 ? found.compareTo(known) : known.compareTo(found);
    return order > 0 || (order == 0 && next.get().isExclusive()) ? next : best;
  }

  private static boolean isTame(Bound bound) {
    return Math.abs((long) bound.value().scale()) <= MAX_SCALE;
  }
}
