package dev.concordat.record.settling;

import dev.concordat.record.learning.Edge;
import java.util.List;
import java.util.NavigableMap;

/// What was learned, settled.
///
/// @param operations by path and method
/// @param edges between them
/// @param notes what was left out and why, for people
public record Settled(
    List<Described> operations, NavigableMap<Edge, Long> edges, List<String> notes) {
  public Settled {
    operations = List.copyOf(operations);
    notes = List.copyOf(notes);
  }
}
