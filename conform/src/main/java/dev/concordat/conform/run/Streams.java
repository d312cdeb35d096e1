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
/// operations that never answered with a success first. Where nothing ends by itself, every second turn goes to what showed
/// most that was new. Guarded by its own lock.
final class Streams {
  private final List<Stream> streams = new ArrayList<>();
  private final Ledger ledger;
  private final boolean isUntilSuccess;
  private final boolean isEndless;
  private int turns;
  private List<Stream> round = List.of();
  private int next;

  /// One source about one operation.
  static final class Stream {
    private final HttpOperation operation;
    private final Iterator<Experiment> experiments;
    private boolean isOver;
    private int runs;
    private int news;

    Stream(HttpOperation operation, Iterator<Experiment> experiments) {
      this.operation = operation;
      this.experiments = experiments;
    }
  }

  /// An experiment whose turn it is, and whose it is.
  record Turn(Stream stream, Experiment experiment) {}

  /// @param isUntilSuccess whether an operation that has answered with a success is done
  /// @param isEndless whether the sources never end
  Streams(
      List<HttpOperation> operations,
      List<Source> sources,
      Memory memory,
      Ledger ledger,
      boolean isUntilSuccess,
      boolean isEndless) {
    this.isEndless = isEndless;
    this.ledger = ledger;
    this.isUntilSuccess = isUntilSuccess;
    for (HttpOperation operation : operations) {
      for (Source source : sources) {
        streams.add(new Stream(operation, source.about(operation, memory)));
      }
    }
  }

  /// The next experiment; empty when there is nothing left to try.
  synchronized Optional<Turn> next() {
    if (isEndless && ++turns % 2 == 0) {
      Optional<Stream> best = mostPromising();
      if (best.isPresent()) {
        return best.map(Streams::turn);
      }
    }
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
        return Optional.of(turn(stream));
      } else {
        stream.isOver = true;
      }
    }
  }

  private static Turn turn(Stream stream) {
    stream.runs++;
    return new Turn(stream, stream.experiments.next());
  }

  /// Tells how many new kinds of answers an experiment showed.
  synchronized void reward(Turn turn, int news) {
    turn.stream().news += news;
  }

  /// What showed most for its turns; of equals the one that had the fewest.
  private Optional<Stream> mostPromising() {
    return streams.stream()
        .filter(stream -> !stream.isOver && stream.news > 0 && stream.experiments.hasNext())
        .max(
            Comparator.comparingDouble((Stream stream) -> (double) stream.news / (stream.runs + 1))
                .thenComparingInt(stream -> -stream.runs));
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
