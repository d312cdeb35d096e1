package dev.concordat.record.learning;

import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeSet;

/// All that was learned of a provider. A commutative monoid: the order in which exchanges came, and how they were grouped,
/// do not matter. Its size is bounded by that of the provider's interface, not by the traffic.
///
/// @param edges how often each value went from an answer into a later request
/// @param unlearned by reason, how many exchanges nothing was learned from
/// @param crowded paths below which there were so many different segments that they are parameters
public record Learning(
    NavigableMap<Route, Operation> operations,
    NavigableMap<Edge, Long> edges,
    NavigableMap<String, Long> unlearned,
    NavigableSet<String> crowded) {
  /// Nothing.
  public static final Learning EMPTY =
      new Learning(Maps.none(), Maps.none(), Maps.none(), new TreeSet<>());

  public static Learning of(Route route, Operation operation) {
    return new Learning(Maps.one(route, operation), Maps.none(), Maps.none(), new TreeSet<>());
  }

  public static Learning ofEdge(Edge edge) {
    return new Learning(Maps.none(), Maps.one(edge, 1L), Maps.none(), new TreeSet<>());
  }

  /// An exchange that nothing could be learned from.
  public static Learning nothing(String reason) {
    return new Learning(Maps.none(), Maps.none(), Maps.one(reason, 1L), new TreeSet<>());
  }

  /// What is known together.
  public Learning merge(Learning other) {
    var allCrowded = new TreeSet<>(crowded);
    allCrowded.addAll(other.crowded);
    return Crowding.bounded(
        new Learning(
            Maps.merge(operations, other.operations, Operation::merge),
            Maps.sum(edges, other.edges),
            Maps.sum(unlearned, other.unlearned),
            allCrowded));
  }

  /// How many exchanges were learned from.
  public long samples() {
    return operations.values().stream().mapToLong(Operation::count).sum();
  }
}
