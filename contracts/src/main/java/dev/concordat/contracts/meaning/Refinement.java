package dev.concordat.contracts.meaning;

import java.util.HashMap;
import java.util.Map;

/// Finds the vertices that unfold to the same tree, in two steps: what contains nothing of itself by its content, from the
/// leaves up; the rest by refining a partition. Exact: contents are compared, not hashed.
final class Refinement {
  private final int[] classOf;
  private final Vertex[] classes;

  Refinement(Vertex[] vertices) {
    var predecessors = new Predecessors(vertices);
    this.classOf = new int[vertices.length];
    boolean[] isFinite = new boolean[vertices.length];
    int count = finite(vertices, predecessors, isFinite);
    count = new Partition(vertices, predecessors, classOf, isFinite, count).refine();
    this.classes = new Vertex[count];
    for (int i = 0; i < vertices.length; i++) {
      int its = classOf[i];
      if (classes[its] == null) {
        classes[its] =
            new Vertex(
                vertices[i].label(), vertices[i].order(), vertices[i].edgesUnder(classOf).array());
      }
    }
  }

  /// Classes of those that contain nothing of themselves; returns how many were found.
  private int finite(Vertex[] vertices, Predecessors predecessors, boolean[] isFinite) {
    Map<Content, Integer> known = new HashMap<>();
    int[] missing = new int[vertices.length];
    int[] ready = new int[vertices.length];
    int found = 0;
    for (int i = 0; i < vertices.length; i++) {
      missing[i] = vertices[i].edges().length;
      if (missing[i] == 0) {
        ready[found++] = i;
      }
    }
    for (int at = 0; at < found; at++) {
      int vertex = ready[at];
      var content = new Content(vertices[vertex].label(), vertices[vertex].edgesUnder(classOf));
      classOf[vertex] = known.computeIfAbsent(content, any -> known.size());
      isFinite[vertex] = true;
      for (int i = predecessors.from(vertex); i < predecessors.to(vertex); i++) {
        int before = predecessors.at(i);
        if (--missing[before] == 0) {
          ready[found++] = before;
        }
      }
    }
    return known.size();
  }

  int classOf(int vertex) {
    return classOf[vertex];
  }

  /// The smallest graph that unfolds alike: a vertex for each class.
  Vertex[] classes() {
    return classes;
  }
}
