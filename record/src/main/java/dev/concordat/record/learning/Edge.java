package dev.concordat.record.learning;

import java.util.Comparator;

/// A value of an answer that a later request used.
///
/// @param from the operation that answered it
/// @param pointer where it stood in the answer's body
/// @param to the operation that was given it
/// @param place where: `path 1` for a segment counted from 0, `query name`, `body /pointer`
public record Edge(Route from, String pointer, Route to, String place) implements Comparable<Edge> {
  private static final Comparator<Edge> ORDER =
      Comparator.comparing(Edge::from)
          .thenComparing(Edge::to)
          .thenComparing(Edge::place)
          .thenComparing(Edge::pointer);

  @Override
  public int compareTo(Edge other) {
    return ORDER.compare(this, other);
  }
}
