package dev.concordat.conform.coverage;

import dev.concordat.conform.experiment.Experiment;
import dev.concordat.conform.experiment.Ground;
import dev.concordat.conform.experiment.Judge;
import dev.concordat.conform.experiment.Suspicion;
import dev.concordat.conform.learned.Worked;
import dev.concordat.conform.talk.Conversation;
import dev.concordat.conform.talk.Expected;
import dev.concordat.conform.talk.Identity;
import dev.concordat.conform.talk.Memory;
import dev.concordat.conform.talk.Reason;
import dev.concordat.conform.talk.Trial;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.ParameterLocation;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A request that worked in an earlier run. What it names in its path may be anybody's by now: a request that may change or
/// delete it is sent only for something that this run made, one that adds to it only where this run has met it.
final class WorkedBefore implements Experiment {
  private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");
  private static final Set<String> CHANGES = Set.of("PUT", "PATCH", "DELETE");

  private final Trial trial;
  private final Ground ground;
  private final Judge judge;

  WorkedBefore(HttpOperation operation, Worked worked, Ground ground, Judge judge) {
    this.trial =
        new Trial(
            operation.id() + "/worked-before",
            operation,
            worked.request(),
            Identity.FIRST,
            Expected.ANSWERED,
            new Reason(
                "a request that worked in an earlier run",
                operation.methodAndPath(),
                Optional.empty()),
            Optional.empty());
    this.ground = ground;
    this.judge = judge;
  }

  @Override
  public String id() {
    return trial.id();
  }

  @Override
  public int requests() {
    return 1;
  }

  @Override
  public Optional<Trial> single() {
    return Optional.of(trial);
  }

  @Override
  public List<Suspicion> run(Conversation talk) {
    Trial prepared = ground.prepare(trial, talk);
    return isKnown(talk.memory()) ? judge.judge(talk.send(prepared)) : List.of();
  }

  private boolean isKnown(Memory memory) {
    HttpOperation operation = trial.operation();
    return HARMLESS.contains(operation.method())
        || operation.parameters(ParameterLocation.PATH).stream()
            .allMatch(
                parameter ->
                    memory
                        .value(operation, parameter, CHANGES.contains(operation.method()))
                        .isPresent());
  }
}
