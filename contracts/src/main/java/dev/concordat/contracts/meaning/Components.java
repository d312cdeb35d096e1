package dev.concordat.contracts.meaning;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Groups of vertices that contain one another (strongly connected components), by Tarjan's algorithm (1972) without
/// recursion; what is contained comes before what contains it.
final class Components {
  private final Vertex[] vertices;
  private final int[] number;
  private final int[] low;
  private final int[] nextEdge;
  private final boolean[] isOpen;
  private final Deque<Integer> openVertices = new ArrayDeque<>();
  private final List<int[]> found = new ArrayList<>();
  private int numbered;

  Components(Vertex[] vertices) {
    this.vertices = vertices;
    this.number = new int[vertices.length];
    this.low = new int[vertices.length];
    this.nextEdge = new int[vertices.length];
    this.isOpen = new boolean[vertices.length];
  }

  List<int[]> inOrder() {
    for (int i = 0; i < vertices.length; i++) {
      if (number[i] == 0) {
        visit(i);
      }
    }
    return found;
  }

  private void visit(int start) {
    Deque<Integer> path = new ArrayDeque<>();
    enter(start, path);
    while (!path.isEmpty()) {
      int at = path.element();
      if (nextEdge[at] < vertices[at].edges().length) {
        int to = vertices[at].edges()[nextEdge[at]++];
        if (number[to] == 0) {
          enter(to, path);
        } else if (isOpen[to]) {
          low[at] = Math.min(low[at], number[to]);
        }
      } else {
        path.pop();
        close(at);
        if (!path.isEmpty()) {
          int outer = path.element();
          low[outer] = Math.min(low[outer], low[at]);
        }
      }
    }
  }

  private void enter(int vertex, Deque<Integer> path) {
    number[vertex] = ++numbered;
    low[vertex] = numbered;
    isOpen[vertex] = true;
    openVertices.push(vertex);
    path.push(vertex);
  }

  private void close(int vertex) {
    if (low[vertex] != number[vertex]) {
      return;
    }
    var members = new ArrayList<Integer>();
    int member;
    do {
      member = openVertices.pop();
      isOpen[member] = false;
      members.add(member);
    } while (member != vertex);
    found.add(members.stream().mapToInt(Integer::intValue).toArray());
  }
}
