package dev.concordat.contracts.inclusion;

import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/// The schemas that a value keeps.
///
/// @param sent read as the sender's
/// @param kept read to the letter
/// @param isClosed whether objects have only members that one of the sent ones declares
record Roots(List<Schema> sent, List<Schema> kept, boolean isClosed) {
  Roots {
    sent = List.copyOf(sent);
    kept = List.copyOf(kept);
  }

  List<Schema> all() {
    if (kept.isEmpty()) {
      return sent;
    }
    var all = new ArrayList<Schema>(sent);
    all.addAll(kept);
    return all;
  }

  /// The same of which one alternative is chosen.
  Roots choosing(Schema alternative) {
    var more = new ArrayList<Schema>(sent);
    more.add(alternative);
    return new Roots(more, kept, isClosed);
  }

  Roots keeping(Schema schema) {
    var more = new ArrayList<Schema>(kept);
    more.add(schema);
    return new Roots(sent, more, isClosed);
  }

  boolean isEmpty() {
    return sent.isEmpty() && kept.isEmpty();
  }

  boolean isNothing() {
    return isOneNothing(sent) || isOneNothing(kept);
  }

  private static boolean isOneNothing(List<Schema> schemas) {
    for (Schema each : schemas) {
      if (each.allowsNothing()) {
        return true;
      }
    }
    return false;
  }

  boolean accept(JsonValue value, Direction direction) {
    return accept(sent, value, direction) && accept(kept, value, direction);
  }

  private static boolean accept(List<Schema> schemas, JsonValue value, Direction direction) {
    for (Schema each : schemas) {
      if (!each.accepts(value, direction)) {
        return false;
      }
    }
    return true;
  }
}
