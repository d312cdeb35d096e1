package dev.concordat.contracts.meaning;

import dev.concordat.contracts.meaning.Vertex.Order;
import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// Finds the vertices that unfold to the same tree, by refining a partition until it is stable (Hopcroft's idea, in Moore's
/// simpler form). Exact: signatures are compared, not hashed.
final class Refinement {
  private final int[] classOf;
  private final Vertex[] classes;

  private record Signature(int label, IntBuffer edges) {}

  Refinement(TermGraph graph) {
    int size = graph.vertices().size();
    int[] target = new int[size];
    for (int i = 0; i < size; i++) {
      target[i] = graph.resolved(i);
    }
    int[] labels = labels(graph);
    int[] current = labels.clone();
    int count = -1;
    while (true) {
      Map<Signature, Integer> known = new HashMap<>();
      int[] next = new int[size];
      for (int i = 0; i < size; i++) {
        if (target[i] == i) {
          IntBuffer edges = IntBuffer.wrap(edges(graph.vertices().get(i), target, current));
          next[i] = known.computeIfAbsent(new Signature(labels[i], edges), s -> known.size());
        }
      }
      current = next;
      if (known.size() == count) {
        break;
      }
      count = known.size();
    }
    this.classOf = new int[size];
    this.classes = new Vertex[count];
    for (int i = 0; i < size; i++) {
      classOf[i] = current[target[i]];
    }
    for (int i = 0; i < size; i++) {
      if (target[i] == i) {
        Vertex vertex = graph.vertices().get(i);
        classes[current[i]] =
            new Vertex(vertex.label(), vertex.order(), edges(vertex, target, current));
      }
    }
  }

  private static int[] labels(TermGraph graph) {
    Map<String, Integer> known = new HashMap<>();
    return graph.vertices().stream()
        .mapToInt(vertex -> known.computeIfAbsent(vertex.label(), label -> known.size()))
        .toArray();
  }

  /// The classes that the edges lead to, in an order that says nothing where theirs says nothing.
  private static int[] edges(Vertex vertex, int[] target, int[] current) {
    int[] edges = new int[vertex.edges().length];
    for (int i = 0; i < edges.length; i++) {
      edges[i] = current[target[vertex.edges()[i]]];
    }
    if (vertex.order() != Order.COUNTS) {
      Arrays.sort(edges);
    }
    return vertex.order() == Order.NEITHER_NOR_NUMBER
        ? Arrays.stream(edges).distinct().toArray()
        : edges;
  }

  int classOf(int vertex) {
    return classOf[vertex];
  }

  /// The smallest graph that unfolds alike: a vertex for each class.
  Vertex[] classes() {
    return classes;
  }
}
