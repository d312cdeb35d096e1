package dev.concordat.record.document;

import dev.concordat.record.shape.Shape;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;

/// A body that is an object, or the items of a body that is a list or a page of them.
///
/// @param pointer the empty text for a whole body, `/*` for the items of an array, `/items/*` for those of a page
record Thing(Position position, String pointer, Shape shape) {
  /// By how many of all their names two things must agree to be one: three quarters.
  private static final double LEAST_LIKENESS = 0.75;

  static final Comparator<Thing> ORDER =
      Comparator.comparingInt((Thing thing) -> -thing.names().size())
          .thenComparing(Thing::position)
          .thenComparing(Thing::pointer);

  Set<String> names() {
    return shape.objects().map(objects -> objects.together().named().keySet()).orElse(Set.of());
  }

  /// Whether things with these names are probably the same.
  static boolean areAlike(Set<String> one, Set<String> other) {
    var common = new HashSet<>(one);
    common.retainAll(other);
    var all = new HashSet<>(one);
    all.addAll(other);
    return !all.isEmpty() && common.size() >= LEAST_LIKENESS * all.size();
  }
}
