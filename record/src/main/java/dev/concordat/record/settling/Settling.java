package dev.concordat.record.settling;

import dev.concordat.record.learning.Edge;
import dev.concordat.record.learning.Learning;
import dev.concordat.record.learning.Operation;
import dev.concordat.record.learning.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/// Settles what was learned. Done late, because only all samples together tell a value from a word.
public final class Settling {
  private static final Set<Integer> NO_SUCH_THING = Set.of(404, 405, 501);

  private Settling() {}

  public static Settled of(Learning learning) {
    NavigableMap<Route, Operation> operations = learning.operations();
    Map<Route, Route> renamed = new TreeMap<>();
    int longest =
        operations.keySet().stream().mapToInt(route -> route.segments().size()).max().orElse(0);
    for (int at = 0; at < longest; at++) {
      operations = new Values(operations, at).collapsed(renamed);
    }
    List<String> notes = new ArrayList<>();
    NavigableMap<Route, Operation> kept = new TreeMap<>();
    operations.forEach(
        (route, operation) -> {
          if (NO_SUCH_THING.containsAll(operation.answers().keySet())) {
            notes.add(
                route
                    + " was only ever answered with "
                    + operation.answers().keySet()
                    + ": left out");
          } else {
            kept.put(route, operation);
          }
        });
    learning
        .unlearned()
        .forEach(
            (reason, count) ->
                notes.add(
                    count + (count == 1 ? " exchange" : " exchanges") + " not learned: " + reason));
    return new Settled(
        new OperationNames(kept).described(), edges(learning.edges(), renamed, kept), notes);
  }

  private static NavigableMap<Edge, Long> edges(
      NavigableMap<Edge, Long> edges,
      Map<Route, Route> renamed,
      NavigableMap<Route, Operation> kept) {
    NavigableMap<Edge, Long> settled = new TreeMap<>();
    edges.forEach(
        (edge, count) -> {
          Route from = renamed.getOrDefault(edge.from(), edge.from());
          Route to = renamed.getOrDefault(edge.to(), edge.to());
          if (kept.containsKey(from) && kept.containsKey(to)) {
            settled.merge(new Edge(from, edge.pointer(), to, edge.place()), count, Long::sum);
          }
        });
    return settled;
  }
}
