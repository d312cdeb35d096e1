package dev.concordat.contracts.meaning;

/// A graph of terms without knots.
final class TiedGraph {
  private final Vertex[] vertices;
  private final int[] numbers;

  /// @param numbers of each vertex of the graph with knots
  TiedGraph(Vertex[] vertices, int[] numbers) {
    this.vertices = vertices;
    this.numbers = numbers;
  }

  /// What is left of a vertex of the graph with knots.
  int number(int vertex) {
    return numbers[vertex];
  }

  Refinement minimised() {
    return new Refinement(vertices);
  }
}
