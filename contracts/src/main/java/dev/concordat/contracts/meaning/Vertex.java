package dev.concordat.contracts.meaning;

import java.nio.IntBuffer;
import java.util.Arrays;

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

  /// The classes that the edges lead to, in an order that says nothing where theirs says nothing.
  IntBuffer edgesUnder(int[] classOf) {
    int[] led = new int[edges.length];
    for (int i = 0; i < led.length; i++) {
      led[i] = classOf[edges[i]];
    }
    if (order == Order.COUNTS) {
      return IntBuffer.wrap(led);
    }
    Arrays.sort(led);
    return IntBuffer.wrap(
        order == Order.NEITHER_NOR_NUMBER ? Arrays.stream(led).distinct().toArray() : led);
  }
}
