package dev.concordat.conform.fuzz;

import dev.concordat.cases.Growing;
import dev.concordat.cases.KnownValues;
import dev.concordat.cases.Mutations;
import dev.concordat.cases.OperationCases;
import dev.concordat.cases.Recipe;
import dev.concordat.cases.value.Dice;
import dev.concordat.conform.coverage.Knowledge;
import dev.concordat.conform.coverage.Trials;
import dev.concordat.conform.experiment.Experiment;
import dev.concordat.conform.experiment.Overheard;
import dev.concordat.conform.experiment.Source;
import dev.concordat.conform.explain.Explanations;
import dev.concordat.conform.talk.Exchange;
import dev.concordat.conform.talk.Memory;
import dev.concordat.conform.talk.Trial;
import dev.concordat.contracts.http.HttpOperation;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Requests without end, made of those that showed something new: mostly valid ones, changed somewhere; now and then one with
/// a single thing wrong. First, how answers slow down as texts grow.
public final class FuzzSource implements Source {
  /// Of so many requests one breaks a sentence.
  private static final int ONE_INVALID = 4;

  /// So often a change is looked for before the operation sits out a turn.
  private static final int MAX_TRIES = 6;

  private final OperationCases cases;
  private final long seed;
  private final Explanations explanations;
  private final Function<Trial, Experiment> experiments;
  private final Novelty novelty = new Novelty();

  /// @param experiments makes an experiment of one request
  public FuzzSource(
      OperationCases cases,
      long seed,
      Explanations explanations,
      Function<Trial, Experiment> experiments) {
    this.cases = cases;
    this.seed = seed;
    this.explanations = explanations;
    this.experiments = experiments;
  }

  @Override
  public Phase phase() {
    return Phase.FUZZ;
  }

  @Override
  public Iterator<Experiment> about(HttpOperation operation, Memory memory) {
    return new Fuzzing(operation, explanations.knowing(new Knowledge(memory)));
  }

  private final class Fuzzing implements Iterator<Experiment> {
    private final HttpOperation operation;
    private final KnownValues known;
    private final Corpus corpus = new Corpus();
    private final Deque<Growing> growing = new ArrayDeque<>();
    private @Nullable Mutations mutations;
    private @Nullable Experiment next;
    private int turn;
    private boolean isEnded;

    Fuzzing(HttpOperation operation, KnownValues known) {
      this.operation = operation;
      this.known = known;
    }

    /// Ends only for operations of which no valid request can be made or changed.
    @Override
    public boolean hasNext() {
      if (next == null && !isEnded) {
        next = made().orElse(null);
        isEnded = next == null;
      }
      return next != null;
    }

    @Override
    public Experiment next() {
      Experiment now = hasNext() ? next : null;
      if (now == null) {
        throw new NoSuchElementException();
      }
      next = null;
      return now;
    }

    private Optional<Experiment> made() {
      Mutations from = mutations;
      if (from == null) {
        from = cases.mutations(operation, known);
        mutations = from;
        from.first().ifPresent(corpus::add);
        growing.addAll(cases.growing(operation, known));
      }
      if (!growing.isEmpty()) {
        return Optional.of(new SlowGrowth(growing.removeFirst()));
      }
      for (int i = 0; i < MAX_TRIES; i++) {
        Optional<Experiment> experiment = changed(from);
        if (experiment.isPresent()) {
          return experiment;
        }
      }
      return Optional.empty();
    }

    private Optional<Experiment> changed(Mutations from) {
      Dice dice = Dice.at(seed, "fuzz/" + operation.id() + "/" + turn++);
      return corpus
          .choose(dice)
          .flatMap(
              recipe ->
                  dice.below(ONE_INVALID) == 0
                      ? from.invalid(recipe, dice)
                      : from.valid(recipe, dice))
          .map(
              mutated ->
                  new Overheard(
                      experiments.apply(Trials.of(mutated.made())),
                      exchange -> hear(mutated.recipe(), exchange)));
    }

    private void hear(Recipe recipe, Exchange exchange) {
      explanations.hear(exchange);
      boolean isIts = exchange.trial().operation().equals(operation);
      boolean isValid = exchange.trial().deviation().isEmpty();
      if (isIts && isValid && novelty.times(exchange) == 1) {
        corpus.add(recipe);
      }
    }
  }
}
