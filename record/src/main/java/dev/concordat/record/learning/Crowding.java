package dev.concordat.record.learning;

import dev.concordat.contracts.http.Percent;
import dev.concordat.record.shape.Texts;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Keeps the number of routes bounded: where more than {@value #MAX_SIBLINGS} different segments stand below one path, they
/// are values. That a path is crowded is remembered, so that it does not matter when that was found.
public final class Crowding {
  private static final int MAX_SIBLINGS = 60;

  private Crowding() {}

  static Learning bounded(Learning learning) {
    if (learning.crowded().isEmpty() && learning.operations().size() <= MAX_SIBLINGS) {
      return learning;
    }
    NavigableMap<Route, Operation> operations = learning.operations();
    NavigableSet<String> crowded = new TreeSet<>(learning.crowded());
    int longest =
        operations.keySet().stream().mapToInt(route -> route.segments().size()).max().orElse(0);
    for (int at = 0; at < longest; at++) {
      crowded.addAll(newlyCrowded(operations.keySet(), at));
      operations = collapsed(operations, crowded, at);
    }
    return new Learning(
        operations, settled(learning.edges(), crowded), learning.unlearned(), crowded);
  }

  private static Set<String> newlyCrowded(Set<Route> routes, int at) {
    Map<String, Set<String>> siblings = new HashMap<>();
    for (Route route : routes) {
      if (route.segments().size() > at && !Route.isParameter(route.segments().get(at))) {
        siblings
            .computeIfAbsent(route.prefix(at), ignored -> new HashSet<>())
            .add(route.segments().get(at));
      }
    }
    Set<String> found = new TreeSet<>();
    siblings.forEach(
        (prefix, segments) -> {
          if (segments.size() > MAX_SIBLINGS) {
            found.add(prefix);
          }
        });
    return found;
  }

  private static NavigableMap<Route, Operation> collapsed(
      NavigableMap<Route, Operation> operations, Set<String> crowded, int at) {
    var all = new TreeMap<Route, Operation>();
    operations.forEach(
        (route, operation) -> {
          boolean isValue = isCrowded(route, crowded, at);
          all.merge(
              isValue ? route.with(at, Route.PARAMETER) : route,
              isValue ? valued(route, at, operation) : operation,
              Operation::merge);
        });
    return all;
  }

  private static boolean isCrowded(Route route, Set<String> crowded, int at) {
    return route.segments().size() > at
        && !Route.isParameter(route.segments().get(at))
        && crowded.contains(route.prefix(at));
  }

  private static NavigableMap<Edge, Long> settled(
      NavigableMap<Edge, Long> edges, Set<String> crowded) {
    var all = new TreeMap<Edge, Long>();
    edges.forEach(
        (edge, count) ->
            all.merge(
                new Edge(
                    settled(edge.from(), crowded),
                    edge.pointer(),
                    settled(edge.to(), crowded),
                    edge.place()),
                count,
                Long::sum));
    return all;
  }

  private static Route settled(Route route, Set<String> crowded) {
    Route settled = route;
    for (int at = 0; at < route.segments().size(); at++) {
      settled = isCrowded(settled, crowded, at) ? settled.with(at, Route.PARAMETER) : settled;
    }
    return settled;
  }

  /// The operation with its literal segment as a value.
  public static Operation valued(Route route, int at, Operation operation) {
    String text = Percent.decode(route.segments().get(at));
    long accepted = operation.accepted().count();
    long others = operation.count() - accepted;
    Segment known = operation.segments().getOrDefault(at, Segment.EMPTY);
    return operation.withSegment(
        at,
        new Segment(
            accepted == 0 ? Texts.EMPTY : Texts.ofParameter(text, accepted),
            others == 0 ? Texts.EMPTY : Texts.ofParameter(text, others),
            known.echoes()));
  }
}
