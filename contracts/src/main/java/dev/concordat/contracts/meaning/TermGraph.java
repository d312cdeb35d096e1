package dev.concordat.contracts.meaning;

import dev.concordat.contracts.meaning.Vertex.Order;
import java.nio.IntBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Terms as a graph: knots are tied, so that what contains itself is finite.
final class TermGraph {
  private record Open(int vertex, Term.Knot knot) {}

  private static final int[] NO_EDGES = {};

  private final List<Vertex> vertices = new ArrayList<>();
  private final Map<Object, Integer> knots = new HashMap<>();
  private final Map<Content, Integer> shared = new HashMap<>();
  private final Deque<Open> open = new ArrayDeque<>();

  /// The vertex of a term. Knots are unfolded later, so that the depth of a contract's recursion is not that of the
  /// stack.
  int add(Term term) {
    return switch (term) {
      case Term.Leaf(String text) -> shared("=" + text, Order.COUNTS, NO_EDGES);
      case Term.Members(var members) -> {
        var label = new StringBuilder("{");
        members.keySet().forEach(name -> label.append(name.length()).append(':').append(name));
        yield shared(label.toString(), Order.COUNTS, all(members.values()));
      }
      case Term.Sequence(var items) -> shared("[", Order.COUNTS, all(items));
      case Term.Bag(var items) -> shared("bag", Order.DOES_NOT_COUNT, all(items));
      case Term.Choices(var items) -> shared("choices", Order.NEITHER_NOR_NUMBER, all(items));
      case Term.Knot knot -> knot(knot);
    };
  }

  private int knot(Term.Knot knot) {
    Integer known = knots.get(knot.key());
    if (known != null) {
      return known;
    }
    int id = put(new Vertex("", Order.COUNTS, NO_EDGES));
    knots.put(knot.key(), id);
    open.add(new Open(id, knot));
    return id;
  }

  private int[] all(Collection<Term> terms) {
    return terms.stream().mapToInt(this::add).toArray();
  }

  private int put(Vertex vertex) {
    vertices.add(vertex);
    return vertices.size() - 1;
  }

  /// The same vertex for the same content, which keeps the graph small.
  private int shared(String label, Order order, int[] edges) {
    return shared.computeIfAbsent(
        new Content(label, IntBuffer.wrap(edges)), same -> put(new Vertex(label, order, edges)));
  }

  /// Unfolds every knot that is reached.
  private void unfoldAll() {
    for (Open next = open.poll(); next != null; next = open.poll()) {
      int content = add(next.knot().unfold().get());
      vertices.set(next.vertex(), new Vertex("", Order.COUNTS, new int[] {content}));
    }
  }

  /// The graph without knots: edges lead to what knots hold.
  TiedGraph tied() {
    unfoldAll();
    int[] number = new int[vertices.size()];
    List<Vertex> kept = new ArrayList<>();
    for (int i = 0; i < number.length; i++) {
      if (resolved(i) == i) {
        number[i] = kept.size();
        kept.add(vertices.get(i));
      }
    }
    for (int i = 0; i < number.length; i++) {
      number[i] = number[resolved(i)];
    }
    return new TiedGraph(
        kept.stream().map(vertex -> renumbered(vertex, number)).toArray(Vertex[]::new), number);
  }

  private static Vertex renumbered(Vertex vertex, int[] number) {
    // A knot that holds only itself says nothing, and leads nowhere.
    int[] edges =
        vertex.label().isEmpty()
            ? NO_EDGES
            : Arrays.stream(vertex.edges()).map(edge -> number[edge]).toArray();
    return new Vertex(vertex.label(), vertex.order(), edges);
  }

  /// Where a knot leads, through knots that hold nothing but the next one. One that only leads back to itself says
  /// nothing and stays.
  private int resolved(int vertex) {
    int at = vertex;
    for (int steps = 0; steps <= vertices.size(); steps++) {
      Vertex here = vertices.get(at);
      if (!here.label().isEmpty() || here.edges().length != 1) {
        return at;
      }
      at = here.edges()[0];
    }
    return vertex;
  }
}
