package dev.concordat.contracts.meaning;

/// A vertex of a graph of terms.
final class Vertex {
  private final String label;
  private final Order order;
  private final int[] edges;

  /// How the edges of a vertex are read.
  enum Order {
    COUNTS,
    DOES_NOT_COUNT,
    NEITHER_NOR_NUMBER
  }

  Vertex(String label, Order order, int[] edges) {
    this.label = label;
    this.order = order;
    this.edges = edges;
  }

  /// What it says itself; of members, their names, so that the edges need none. Empty for a knot.
  String label() {
    return label;
  }

  Order order() {
    return order;
  }

  /// The vertices that it leads to. Not to be changed.
  int[] edges() {
    return edges;
  }
}
