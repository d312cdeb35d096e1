package dev.concordat.compare.avro;

import java.util.HashMap;
import java.util.Map;

/// Paths that are known, told in time that does not depend on how many there are.
final class PathSet {
  private final Map<Step, PathSet> inside = new HashMap<>();
  private boolean isKnown;

  void add(Path path) {
    PathSet at = this;
    for (Step step : path.steps()) {
      at = at.inside.computeIfAbsent(step, ignored -> new PathSet());
    }
    at.isKnown = true;
  }

  /// Whether the path is known, or one that it goes through.
  boolean covers(Path path) {
    PathSet at = this;
    for (Step step : path.steps()) {
      if (at.isKnown || at.inside.isEmpty()) {
        return at.isKnown;
      }
      PathSet next = at.inside.get(step);
      if (next == null) {
        return false;
      }
      at = next;
    }
    return at.isKnown;
  }
}
