package dev.concordat.conform.run;

import dev.concordat.conform.experiment.Experiment;
import dev.concordat.conform.experiment.Source;
import dev.concordat.conform.talk.Memory;
import dev.concordat.contracts.http.HttpOperation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// What all sources of one phase have to try, in turns: each round takes one experiment of every source for every operation,
/// operations that never answered with a success first. Guarded by its own lock.
final class Streams {
  private final List<Stream> streams = new ArrayList<>();
  private final Ledger ledger;
  private final boolean isUntilSuccess;
  private List<Stream> round = List.of();
  private int next;

  /// One source about one operation.
  private static final class Stream {
    private final HttpOperation operation;
    private final Iterator<Experiment> experiments;
    private boolean isOver;

    Stream(HttpOperation operation, Iterator<Experiment> experiments) {
      this.operation = operation;
      this.experiments = experiments;
    }
  }

  /// @param isUntilSuccess whether an operation that has answered with a success is done
  Streams(
      List<HttpOperation> operations,
      List<Source> sources,
      Memory memory,
      Ledger ledger,
      boolean isUntilSuccess) {
    this.ledger = ledger;
    this.isUntilSuccess = isUntilSuccess;
    for (HttpOperation operation : operations) {
      for (Source source : sources) {
        streams.add(new Stream(operation, source.about(operation, memory)));
      }
    }
  }

  /// The next experiment; empty when there is nothing left to try.
  synchronized Optional<Experiment> next() {
    while (true) {
      if (next == round.size()) {
        round = newRound();
        next = 0;
        if (round.isEmpty()) {
          return Optional.empty();
        }
      }
      Stream stream = round.get(next++);
      if (isUntilSuccess && ledger.hasSucceeded(stream.operation)) {
        stream.isOver = true;
      } else if (stream.experiments.hasNext()) {
        return Optional.of(stream.experiments.next());
      } else {
        stream.isOver = true;
      }
    }
  }

  private List<Stream> newRound() {
    List<Stream> left = new ArrayList<>();
    for (Stream stream : streams) {
      if (!stream.isOver) {
        left.add(stream);
      }
    }
    if (!isUntilSuccess) {
      left.sort(Comparator.comparing(stream -> ledger.hasSucceeded(stream.operation)));
    }
    return left;
  }
}
