package dev.concordat.conform.experiment;

import dev.concordat.conform.talk.Memory;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.model.conform.Notice;
import java.util.Iterator;
import java.util.List;

/// Makes experiments for one operation after the other. One source is one line in {@link Sources}.
public interface Source {
  /// When its turn comes.
  Phase phase();

  /// The experiments of an operation, the most promising first. Made one by one while they are asked for, so that each may use
  /// what was learned before it; ends when there is nothing more to try (fuzzing never ends by itself).
  Iterator<Experiment> about(HttpOperation operation, Memory memory);

  /// What the contract's owner should know from what came of the experiments; asked for when the run is over.
  default List<Notice> notices() {
    return List.of();
  }

  /// Cases of an operation that could not be made, one sentence each; asked for when the run is over.
  default List<String> skipped(HttpOperation operation) {
    return List.of();
  }

  /// The parts of a run. Within one, operations take turns.
  enum Phase {
    /// One request of each operation that should succeed, in the order in which operations depend on each other.
    REACH,
    /// Requests that follow from the contract alone, and the sequences between them, interleaved.
    COVERAGE,
    /// Whatever the rest of the budget allows.
    FUZZ
  }
}
