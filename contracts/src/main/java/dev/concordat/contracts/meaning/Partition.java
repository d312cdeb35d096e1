package dev.concordat.contracts.meaning;

import java.nio.IntBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Classes of vertices that contain something of themselves, split until the members of each lead to the same classes. Of a
/// class that splits, the largest piece keeps its number, and only vertices that lead to the others are looked at again: so
/// each is looked at a logarithmic number of times (Valmari and Franceschinis 2010; Jacobs and Wißmann 2023).
final class Partition {
  private final Vertex[] vertices;
  private final Predecessors predecessors;
  private final int[] classOf;
  private final boolean[] isFixed;
  private int count;
  // The members of a class stand together, those to be looked at first.
  private final int[] members;
  private final int[] position;
  private final Map<Integer, Block> blocks = new HashMap<>();
  private final Deque<Integer> open = new ArrayDeque<>();

  private static final class Block {
    private int start;
    private int end;
    private int openEnd;

    Block(int start, int end) {
      this.start = start;
      this.end = end;
      this.openEnd = start;
    }
  }

  /// @param classOf of the fixed ones; the others' are written here
  /// @param count the classes of the fixed ones
  Partition(
      Vertex[] vertices, Predecessors predecessors, int[] classOf, boolean[] isFixed, int count) {
    this.vertices = vertices;
    this.predecessors = predecessors;
    this.classOf = classOf;
    this.isFixed = isFixed;
    this.count = count;
    this.position = new int[vertices.length];
    Map<String, List<Integer>> byLabel = new LinkedHashMap<>();
    int size = 0;
    for (int i = 0; i < vertices.length; i++) {
      if (!isFixed[i]) {
        byLabel.computeIfAbsent(vertices[i].label(), any -> new ArrayList<>()).add(i);
        size++;
      }
    }
    this.members = new int[size];
    int at = 0;
    for (List<Integer> alike : byLabel.values()) {
      int start = at;
      for (int vertex : alike) {
        put(vertex, at++);
      }
      add(start, at);
    }
  }

  private void put(int vertex, int at) {
    members[at] = vertex;
    position[vertex] = at;
  }

  private void add(int start, int end) {
    int number = count++;
    blocks.put(number, new Block(start, end));
    for (int i = start; i < end; i++) {
      classOf[members[i]] = number;
    }
  }

  private Block block(int number) {
    Block block = blocks.get(number);
    if (block == null) {
      throw new IllegalStateException("no class " + number);
    }
    return block;
  }

  /// Splits until nothing is left to split, and returns how many classes there are in all.
  int refine() {
    for (int vertex : members.clone()) {
      lookAgain(vertex);
    }
    for (Integer next = open.poll(); next != null; next = open.poll()) {
      split(next);
    }
    return count;
  }

  private void lookAgain(int vertex) {
    int number = classOf[vertex];
    Block block = block(number);
    int at = position[vertex];
    if (at >= block.openEnd) {
      if (block.openEnd == block.start) {
        open.add(number);
      }
      put(members[block.openEnd], at);
      put(vertex, block.openEnd++);
    }
  }

  private void split(int number) {
    Block block = block(number);
    Map<IntBuffer, List<Integer>> pieces = new LinkedHashMap<>();
    // Those that need no look lead to the same classes, all of them.
    int rest = block.end - block.openEnd;
    if (rest > 0) {
      pieces.put(vertices[members[block.openEnd]].edgesUnder(classOf), new ArrayList<>());
    }
    for (int i = block.start; i < block.openEnd; i++) {
      pieces
          .computeIfAbsent(vertices[members[i]].edgesUnder(classOf), any -> new ArrayList<>())
          .add(members[i]);
    }
    // From the end, so that the first piece comes to stand beside the rest.
    int[] ends = new int[pieces.size()];
    int[] starts = new int[pieces.size()];
    int end = block.openEnd;
    int piece = 0;
    for (List<Integer> alike : pieces.values()) {
      ends[piece] = piece == 0 && rest > 0 ? block.end : end;
      for (int vertex : alike) {
        put(vertex, --end);
      }
      starts[piece++] = end;
    }
    keepLargest(block, starts, ends);
  }

  private void keepLargest(Block block, int[] starts, int[] ends) {
    int largest = 0;
    for (int i = 1; i < starts.length; i++) {
      if (ends[i] - starts[i] > ends[largest] - starts[largest]) {
        largest = i;
      }
    }
    block.start = starts[largest];
    block.end = ends[largest];
    block.openEnd = block.start;
    for (int i = 0; i < starts.length; i++) {
      if (i != largest) {
        add(starts[i], ends[i]);
      }
    }
    for (int i = 0; i < starts.length; i++) {
      if (i != largest) {
        // A copy, because looking again moves members.
        for (int vertex : Arrays.copyOfRange(members, starts[i], ends[i])) {
          lookAgainAtWhatLeadsTo(vertex);
        }
      }
    }
  }

  private void lookAgainAtWhatLeadsTo(int vertex) {
    for (int i = predecessors.from(vertex); i < predecessors.to(vertex); i++) {
      if (!isFixed[predecessors.at(i)]) {
        lookAgain(predecessors.at(i));
      }
    }
  }
}
