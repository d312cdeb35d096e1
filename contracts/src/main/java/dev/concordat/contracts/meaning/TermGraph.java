package dev.concordat.contracts.meaning;

import dev.concordat.contracts.meaning.Vertex.Order;
import java.nio.IntBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Terms as a graph: knots are tied, so that what contains itself is finite.
final class TermGraph {
  private record Open(int vertex, Term.Knot knot) {}

  private static final int[] NO_EDGES = {};

  private final List<Vertex> vertices = new ArrayList<>();
  private final Map<Object, Integer> knots = new HashMap<>();
  private final Map<Content, Integer> shared = new HashMap<>();
  private final Deque<Open> open = new ArrayDeque<>();

  /// The vertex that was made whole last.
  private int result;

  /// A term whose parts are being added.
  private static final class Building {
    private final String label;
    private final Order order;
    private final Iterator<Term> left;
    private final int[] edges;
    private int filled;

    Building(String label, Order order, Collection<Term> parts) {
      this.label = label;
      this.order = order;
      this.left = parts.iterator();
      this.edges = new int[parts.size()];
    }
  }

  /// The vertex of a term. Knots are unfolded later, and parts wait on a list of their own, so that neither the depth of a
  /// contract's recursion nor that of its sentences is that of the stack.
  int add(Term term) {
    Deque<Building> buildings = new ArrayDeque<>();
    Term next = term;
    while (true) {
      int vertex;
      if (next instanceof Term.Knot knot) {
        vertex = knot(knot);
      } else {
        Building building = building(next);
        if (building.left.hasNext()) {
          buildings.push(building);
          next = building.left.next();
          continue;
        }
        vertex = shared(building.label, building.order, NO_EDGES);
      }
      Optional<Term> waiting = put(vertex, buildings);
      if (waiting.isEmpty()) {
        return result;
      }
      next = waiting.get();
    }
  }

  /// Gives a vertex to the term that it is a part of, and what that makes whole to the term around it.
  ///
  /// @return the next part that is not there yet; nothing when all is whole
  private Optional<Term> put(int part, Deque<Building> buildings) {
    result = part;
    for (Building top = buildings.peek(); top != null; top = buildings.peek()) {
      top.edges[top.filled++] = result;
      if (top.left.hasNext()) {
        return Optional.of(top.left.next());
      }
      buildings.pop();
      result = shared(top.label, top.order, top.edges);
    }
    return Optional.empty();
  }

  private static Building building(Term term) {
    return switch (term) {
      case Term.Leaf(String text) -> new Building("=" + text, Order.COUNTS, List.of());
      case Term.Members(var members) -> {
        var label = new StringBuilder("{");
        members.keySet().forEach(name -> label.append(name.length()).append(':').append(name));
        yield new Building(label.toString(), Order.COUNTS, members.values());
      }
      case Term.Sequence(var items) -> new Building("[", Order.COUNTS, items);
      case Term.Bag(var items) -> new Building("bag", Order.DOES_NOT_COUNT, items);
      case Term.Choices(var items) -> new Building("choices", Order.NEITHER_NOR_NUMBER, items);
      case Term.Knot ignored -> throw new IllegalStateException("a knot has no parts of its own");
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
