package dev.concordat.contracts.inclusion;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;

/// How long a text may be, in code points.
///
/// @param hasContradiction whether formats exclude each other
record Sizes(long min, OptionalLong max, boolean hasContradiction) {
  static Sizes of(List<Condition> conditions) {
    long min = 0;
    OptionalLong max = OptionalLong.empty();
    var formats = new HashSet<Condition>();
    for (Condition condition : conditions) {
      switch (condition) {
        case Condition.Longer(long least) -> min = Math.max(min, least);
        case Condition.Shorter(long most) ->
            max = OptionalLong.of(Math.min(most, max.orElse(Long.MAX_VALUE)));
        case Condition.HasFormat format -> formats.add(format);
        default -> {}
      }
    }
    boolean hasContradiction =
        formats.stream().anyMatch(format -> formats.contains(format.negated()));
    return new Sizes(min, max, hasContradiction);
  }

  /// Whether no text is like this.
  boolean isNone() {
    return hasContradiction || max.orElse(Long.MAX_VALUE) < min;
  }

  boolean have(String text) {
    int length = text.codePointCount(0, text.length());
    return min <= length && length <= max.orElse(Long.MAX_VALUE);
  }
}
