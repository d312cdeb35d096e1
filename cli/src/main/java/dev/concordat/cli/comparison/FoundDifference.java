package dev.concordat.cli.comparison;

import java.util.List;

/// The differences of one id; several where several contracts of a folder have it.
record FoundDifference(String id, List<StoredDifference> differences) {
  FoundDifference {
    differences = List.copyOf(differences);
  }

  /// One line for people.
  String describe() {
    StoredDifference first = differences.getFirst();
    return id + "  " + first.rule() + "  " + first.position().text() + "  " + first.message();
  }
}
