package dev.concordat.conform.coverage;

import dev.concordat.cases.KnownValues;
import dev.concordat.cases.OperationCase;
import dev.concordat.cases.OperationCases;
import dev.concordat.conform.experiment.Experiment;
import dev.concordat.conform.experiment.Ground;
import dev.concordat.conform.experiment.Judge;
import dev.concordat.conform.experiment.Overheard;
import dev.concordat.conform.explain.Explanations;
import dev.concordat.conform.learned.Worked;
import dev.concordat.conform.talk.Memory;
import dev.concordat.conform.talk.Trial;
import dev.concordat.contracts.http.HttpOperation;
import java.util.List;
import java.util.function.Function;

/// How cases become experiments: with what is known by then, and with an ear for what refusals say.
///
/// @param isAuthenticated whether requests will carry credentials of somebody who exists
/// @param experiments makes an experiment of one request
public record CaseExperiments(
    OperationCases cases,
    boolean isAuthenticated,
    Explanations explanations,
    Function<Trial, Experiment> experiments) {

  KnownValues known(Memory memory) {
    return explanations.knowing(new Knowledge(memory));
  }

  /// The requests that should succeed, the most promising first.
  List<OperationCase> first(HttpOperation operation, KnownValues known) {
    return cases.first(operation, known, isAuthenticated);
  }

  /// A request that worked in an earlier run.
  public Experiment again(HttpOperation operation, Worked worked, Ground ground, Judge judge) {
    return new Overheard(new WorkedBefore(operation, worked, ground, judge), explanations::hear);
  }

  Experiment of(OperationCase made) {
    return new Overheard(experiments.apply(Trials.of(made)), explanations::hear);
  }
}
