package dev.concordat.conform.fuzz;

import dev.concordat.cases.Growing;
import dev.concordat.cases.OperationCase;
import dev.concordat.conform.coverage.Trials;
import dev.concordat.conform.experiment.Experiment;
import dev.concordat.conform.experiment.Suspicion;
import dev.concordat.conform.talk.Answer;
import dev.concordat.conform.talk.Conversation;
import dev.concordat.conform.talk.Exchange;
import dev.concordat.model.conform.Certainty;
import dev.concordat.model.finding.Comparison;
import dev.concordat.model.finding.ConformHttpRules;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Whether the time of an answer grows much faster than a text that the request holds. Of several answers to one size the
/// quickest counts, because noise only adds; and what looks slow is measured again before it is told. An answer that does not
/// come in time is another finding.
final class SlowGrowth implements Experiment {
  private static final int RUNS = 3;

  /// A text that is longer by {@link Growing#FACTOR} may take longer by this factor; twice of it squared would be quadratic.
  private static final double MAX_FACTOR = 3.0 * Growing.FACTOR;

  /// Below this nobody minds, and a pause of the machine looks like growth.
  private static final Duration LEAST = Duration.ofMillis(400);

  /// So much slower than the shortest, whatever the size between, is too slow as well.
  private static final double MAX_OVERALL = 100;

  private final Growing growing;

  SlowGrowth(Growing growing) {
    this.growing = growing;
  }

  @Override
  public String id() {
    return growing.cases().getFirst().id();
  }

  @Override
  public int requests() {
    return growing.cases().size() + 2 * RUNS;
  }

  @Override
  public List<Suspicion> run(Conversation talk) {
    Optional<Measured> before = Optional.empty();
    Optional<Measured> first = Optional.empty();
    for (OperationCase made : growing.cases()) {
      if (!talk.hasBudget(2 * RUNS)) {
        return List.of();
      }
      Optional<Measured> now = measured(made, talk, 1);
      if (now.isEmpty()) {
        return List.of();
      }
      if (before.isPresent() && isSlow(first.orElse(now.get()), before.get(), now.get())) {
        return again(made, before.get(), talk);
      }
      first = first.or(() -> Optional.of(now.orElseThrow()));
      before = now;
    }
    return List.of();
  }

  /// The quickest of several answers.
  private record Measured(OperationCase made, Exchange exchange, Duration took) {}

  private static Optional<Measured> measured(OperationCase made, Conversation talk, int runs) {
    Optional<Measured> best = Optional.empty();
    for (int i = 0; i < runs; i++) {
      Exchange exchange = talk.send(Trials.of(made));
      if (!(exchange.answer() instanceof Answer.Got got)) {
        return Optional.empty();
      }
      Measured now = new Measured(made, exchange, got.took());
      best = best.filter(b -> b.took().compareTo(now.took()) <= 0).or(() -> Optional.of(now));
    }
    return best;
  }

  private static boolean isSlow(Measured first, Measured before, Measured now) {
    double step = ratio(now, before);
    return now.took().compareTo(LEAST) >= 0
        && (step > MAX_FACTOR || (ratio(now, first) > MAX_OVERALL && step > Growing.FACTOR));
  }

  private static double ratio(Measured now, Measured before) {
    return (double) now.took().toNanos() / Math.max(1, before.took().toNanos());
  }

  private List<Suspicion> again(OperationCase large, Measured small, Conversation talk) {
    Optional<Measured> quick = measured(small.made(), talk, RUNS);
    Optional<Measured> slow = measured(large, talk, RUNS);
    if (quick.isEmpty() || slow.isEmpty() || !isSlow(quick.get(), quick.get(), slow.get())) {
      return List.of();
    }
    int at = growing.cases().indexOf(large);
    String sizes = growing.sizes().get(at - 1) + " to " + growing.sizes().get(at) + " characters";
    return List.of(
        Suspicion.of(
                ConformHttpRules.SLOW_ANSWER,
                Certainty.GUESS,
                slow.get().exchange(),
                growing.pointer(),
                "growth",
                growing.pointer()
                    + " grew from "
                    + sizes
                    + ", and the answer's time more than "
                    + (int) MAX_FACTOR
                    + " times",
                "The contract allows text of this length; work that grows faster than the input lets one"
                    + " request occupy the provider.")
            .with(
                new Comparison(
                    quick.get().took().toMillis() + " ms", slow.get().took().toMillis() + " ms"))
            .withStory(List.of(quick.get().exchange(), slow.get().exchange())));
  }
}
