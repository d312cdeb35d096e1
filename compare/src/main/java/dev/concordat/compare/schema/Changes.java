package dev.concordat.compare.schema;

import dev.concordat.contracts.inclusion.Inclusions;
import dev.concordat.contracts.inclusion.Reading;
import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.model.json.JsonValue;
import java.util.Optional;

/// What to call a change.
final class Changes {
  private Changes() {}

  /// Of a keyword whose values have no order.
  static Optional<Edit.Change> plain(
      Optional<? extends Joined.Said<? extends JsonValue>> before,
      Optional<? extends Joined.Said<? extends JsonValue>> after) {
    if (before.isEmpty() || after.isEmpty()) {
      return before.isEmpty() && after.isEmpty()
          ? Optional.empty()
          : Optional.of(before.isEmpty() ? Edit.Change.SET : Edit.Change.UNSET);
    }
    return before.get().value().equals(after.get().value())
        ? Optional.empty()
        : Optional.of(Edit.Change.CHANGED);
  }

  /// Whether the second of two schemas allows more or less.
  static Edit.Change between(Inclusions inclusions, Schema before, Schema after) {
    if (isIn(inclusions, before, after)) {
      return Edit.Change.GENERALISED;
    }
    return isIn(inclusions, after, before) ? Edit.Change.SPECIALISED : Edit.Change.CHANGED;
  }

  private static boolean isIn(Inclusions inclusions, Schema one, Schema other) {
    return inclusions.isIn(one, Reading.LITERAL, other, Direction.NONE);
  }
}
