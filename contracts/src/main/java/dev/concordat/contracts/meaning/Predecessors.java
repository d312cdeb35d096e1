package dev.concordat.contracts.meaning;

/// Which vertices lead to each vertex, as often as they do.
final class Predecessors {
  private final int[] starts;
  private final int[] all;

  Predecessors(Vertex[] vertices) {
    this.starts = new int[vertices.length + 1];
    for (Vertex vertex : vertices) {
      for (int edge : vertex.edges()) {
        starts[edge + 1]++;
      }
    }
    for (int i = 0; i < vertices.length; i++) {
      starts[i + 1] += starts[i];
    }
    this.all = new int[starts[vertices.length]];
    int[] next = starts.clone();
    for (int i = 0; i < vertices.length; i++) {
      for (int edge : vertices[i].edges()) {
        all[next[edge]++] = i;
      }
    }
  }

  /// Where those of a vertex begin.
  int from(int vertex) {
    return starts[vertex];
  }

  /// Where they end, without the end itself.
  int to(int vertex) {
    return starts[vertex + 1];
  }

  int at(int index) {
    return all[index];
  }
}
