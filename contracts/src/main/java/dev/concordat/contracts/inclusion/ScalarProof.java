package dev.concordat.contracts.inclusion;

import dev.concordat.contracts.schema.JsonType;
import dev.concordat.contracts.schema.SchemaView;
import dev.concordat.contracts.schema.Word;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Sentences on numbers and texts that follow from others, each from one.
final class ScalarProof {
  private static final List<Word> BOUNDS =
      List.of(
          Word.MINIMUM,
          Word.MAXIMUM,
          Word.EXCLUSIVE_MINIMUM,
          Word.EXCLUSIVE_MAXIMUM,
          Word.MULTIPLE_OF);

  /// Limits of the two formats that speak of numbers.
  private static final BigDecimal INT_32 = BigDecimal.TWO.pow(31);

  private static final BigDecimal INT_64 = BigDecimal.TWO.pow(63);

  boolean numbers(SentPlace place, SchemaView taken) {
    return BOUNDS.stream().noneMatch(taken::isBeyondComputing)
        && isIntegerWhereAsked(place, taken)
        && taken.minimum().map(bound -> isAtLeast(place, bound, false)).orElse(true)
        && taken.exclusiveMinimum().map(bound -> isAtLeast(place, bound, true)).orElse(true)
        && taken.maximum().map(bound -> isAtMost(place, bound, false)).orElse(true)
        && taken.exclusiveMaximum().map(bound -> isAtMost(place, bound, true)).orElse(true)
        && taken.multipleOf().map(step -> isMultiple(place, step)).orElse(true)
        && format(taken).map(format -> isInFormat(place, format)).orElse(true);
  }

  private static boolean isIntegerWhereAsked(SentPlace place, SchemaView taken) {
    Set<JsonType> types = taken.types();
    return types.isEmpty() || types.contains(JsonType.NUMBER) || isInteger(place);
  }

  private static boolean isInteger(SentPlace place) {
    return place.parts().stream()
        .anyMatch(
            part ->
                (part.types().contains(JsonType.INTEGER) && !part.types().contains(JsonType.NUMBER))
                    || isMultiple(part, BigDecimal.ONE)
                    || limit(part).isPresent());
  }

  private static boolean isAtLeast(SentPlace place, BigDecimal bound, boolean isExclusive) {
    return place.parts().stream()
        .anyMatch(
            part ->
                part.exclusiveMinimum().map(is -> is.compareTo(bound) >= 0).orElse(false)
                    || part.minimum()
                        .map(is -> isBeyond(is.compareTo(bound), isExclusive))
                        .orElse(false)
                    || limit(part)
                        .map(is -> isBeyond(is.negate().compareTo(bound), isExclusive))
                        .orElse(false));
  }

  private static boolean isAtMost(SentPlace place, BigDecimal bound, boolean isExclusive) {
    return place.parts().stream()
        .anyMatch(
            part ->
                part.exclusiveMaximum().map(is -> is.compareTo(bound) <= 0).orElse(false)
                    || part.maximum()
                        .map(is -> isBeyond(bound.compareTo(is), isExclusive))
                        .orElse(false)
                    || limit(part)
                        .map(
                            is ->
                                isBeyond(bound.compareTo(is.subtract(BigDecimal.ONE)), isExclusive))
                        .orElse(false));
  }

  private static boolean isBeyond(int difference, boolean isExclusive) {
    return isExclusive ? difference > 0 : difference >= 0;
  }

  private static boolean isMultiple(SentPlace place, BigDecimal step) {
    return step.signum() <= 0
        || place.parts().stream().anyMatch(part -> isMultiple(part, step))
        || (step.compareTo(BigDecimal.ONE) == 0 && isInteger(place));
  }

  private static boolean isMultiple(SchemaView part, BigDecimal step) {
    return part.multipleOf()
        .filter(own -> own.signum() > 0 && own.remainder(step).signum() == 0)
        .isPresent();
  }

  private static boolean isInFormat(SentPlace place, String format) {
    return limit(format)
        .map(
            wanted ->
                place.parts().stream()
                    .flatMap(part -> limit(part).stream())
                    .anyMatch(own -> own.compareTo(wanted) <= 0))
        // All others speak of texts.
        .orElse(true);
  }

  private static Optional<BigDecimal> limit(SchemaView part) {
    return format(part).flatMap(ScalarProof::limit);
  }

  private static Optional<BigDecimal> limit(String format) {
    return switch (format) {
      case "int32" -> Optional.of(INT_32);
      case "int64" -> Optional.of(INT_64);
      default -> Optional.empty();
    };
  }

  boolean texts(SentPlace place, SchemaView taken) {
    return isAtLeast(place, taken, SchemaView::minLength)
        && isAtMost(place, taken, SchemaView::maxLength)
        && isSaid(place, taken.pattern(), SchemaView::pattern)
        && isSaid(place, format(taken).filter(name -> limit(name).isEmpty()), ScalarProof::format);
  }

  private static Optional<String> format(SchemaView view) {
    return view.format().filter(format -> view.assertsFormat());
  }

  private static boolean isSaid(
      SentPlace place, Optional<String> wanted, Function<SchemaView, Optional<String>> keyword) {
    return wanted.isEmpty()
        || place.parts().stream().anyMatch(part -> keyword.apply(part).equals(wanted));
  }

  /// Whether what is asked for as the least size is said of what is sent.
  static boolean isAtLeast(
      SentPlace place, SchemaView taken, Function<SchemaView, Optional<Long>> keyword) {
    long wanted = keyword.apply(taken).orElse(0L);
    return wanted <= 0
        || place.parts().stream()
            .anyMatch(part -> keyword.apply(part).filter(own -> own >= wanted).isPresent());
  }

  static boolean isAtMost(
      SentPlace place, SchemaView taken, Function<SchemaView, Optional<Long>> keyword) {
    Optional<Long> wanted = keyword.apply(taken);
    return wanted.isEmpty()
        || place.parts().stream()
            .anyMatch(part -> keyword.apply(part).filter(own -> own <= wanted.get()).isPresent());
  }
}
