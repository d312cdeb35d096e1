package dev.concordat.compare.need;

import dev.concordat.model.json.JsonValue;
import dev.concordat.model.matching.RuleList;
import java.util.List;
import java.util.function.Function;

/// Languages put together.
final class Pieces {
  private Pieces() {}

  static Bounds all(List<Bounds> parts) {
    return joined(parts, Terms::all);
  }

  static Bounds any(List<Bounds> parts) {
    return joined(parts, Terms::any);
  }

  static Bounds combined(RuleList.Combine combine, List<Bounds> parts) {
    return switch (combine) {
      case AND -> all(parts);
      case OR -> any(parts);
    };
  }

  private static Bounds joined(List<Bounds> parts, Function<List<JsonValue>, JsonValue> how) {
    return new Bounds(
        how.apply(parts.stream().map(Bounds::over).toList()),
        how.apply(parts.stream().map(Bounds::under).toList()));
  }

  /// The same made of both bounds.
  static Bounds mapped(Bounds bounds, Function<JsonValue, JsonValue> how) {
    return new Bounds(how.apply(bounds.over()), how.apply(bounds.under()));
  }
}
