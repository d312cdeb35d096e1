package dev.concordat.conform.cause;

import dev.concordat.conform.experiment.Experiment;
import dev.concordat.conform.experiment.Suspicion;
import dev.concordat.conform.talk.Answer;
import dev.concordat.conform.talk.Exchange;
import java.time.Duration;

/// What an experiment found, with the experiment, so that it can be done again.
record Sighting(Suspicion suspicion, Experiment experiment) {

  /// Fewer requests before fewer bytes.
  boolean isSmallerThan(Sighting other) {
    int steps = suspicion.story().size() - other.suspicion.story().size();
    return steps < 0 || (steps == 0 && bytes() < other.bytes());
  }

  private long bytes() {
    long bytes = 0;
    for (Exchange exchange : suspicion.story()) {
      bytes += exchange.sent().target().length() + exchange.sent().body().total();
    }
    return bytes;
  }

  /// How long the answer took in which it showed.
  Duration took() {
    return switch (suspicion.story().getLast().answer()) {
      case Answer.Got got -> got.took();
      case Answer.Nothing nothing -> nothing.took();
      case Answer.NotSent _ -> Duration.ZERO;
    };
  }
}
