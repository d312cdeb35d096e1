package dev.concordat.conform.experiment;

import dev.concordat.conform.talk.Memory;
import dev.concordat.contracts.http.HttpOperation;
import java.util.Iterator;

/// Makes experiments for one operation after the other. One source is one line in {@link Sources}.
public interface Source {
  /// When its turn comes.
  Phase phase();

  /// The experiments of an operation, the most promising first. Made one by one while they are asked for, so that each may use
  /// what was learned before it; ends when there is nothing more to try (fuzzing never ends by itself).
  Iterator<Experiment> about(HttpOperation operation, Memory memory);

  /// The parts of a run. Within one, operations take turns.
  enum Phase {
    /// One request of each operation that should succeed, in the order in which operations depend on each other.
    REACH,
    /// What earlier runs found, once more.
    RETRY,
    /// Requests that follow from the contract alone, and the sequences between them, interleaved.
    COVERAGE,
    /// Whatever the rest of the budget allows.
    FUZZ
  }
}
