package dev.concordat.contracts.inclusion;

import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.schema.SchemaView;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// What needs no case analysis: the receiver is one of the schemas that the sender joins by `allOf`, or the sender one
/// that the receiver allows by `anyOf`. Holds for keywords too that are not computed with.
final class Parts {
  private final Representatives representatives;

  Parts(Representatives representatives) {
    this.representatives = representatives;
  }

  boolean areJoined(Schema sender, Schema receiver, Direction direction) {
    Schema from = representatives.of(sender);
    Schema to = representatives.of(receiver);
    // What a sender says of members that stay at home holds for its parts too, but not for them
    // alone.
    boolean isPlain = from.view().membersAtHome(direction).isEmpty();
    return from.equals(to)
        || (isPlain && reaches(from, SchemaView::allOf, to))
        || reaches(to, Parts::alternatives, from);
  }

  /// What stands beside an `anyOf` would have to hold as well.
  private static List<Schema> alternatives(SchemaView view) {
    List<Schema> all = view.anyOf();
    return SchemaShape.of(view.schema()).isOnly(all) ? all : List.of();
  }

  private boolean reaches(Schema start, Function<SchemaView, List<Schema>> parts, Schema wanted) {
    Deque<Schema> open = new ArrayDeque<>(List.of(start));
    Set<Schema> seen = new HashSet<>();
    while (!open.isEmpty()) {
      Schema at = open.pop();
      if (at.equals(wanted)) {
        return true;
      }
      if (seen.add(at)) {
        parts.apply(at.view()).forEach(part -> open.push(representatives.of(part)));
      }
    }
    return false;
  }
}
