package dev.concordat.conform;

import dev.concordat.cases.OperationCases;
import dev.concordat.conform.coverage.CaseExperiments;
import dev.concordat.conform.coverage.CoverageSource;
import dev.concordat.conform.coverage.DoubtSource;
import dev.concordat.conform.coverage.ReachSource;
import dev.concordat.conform.experiment.Experiment;
import dev.concordat.conform.experiment.Ground;
import dev.concordat.conform.experiment.Judge;
import dev.concordat.conform.experiment.SingleTrial;
import dev.concordat.conform.experiment.Source;
import dev.concordat.conform.explain.Explanations;
import dev.concordat.conform.fuzz.FuzzSource;
import dev.concordat.conform.learned.Demand;
import dev.concordat.conform.plain.Plainer;
import dev.concordat.conform.plain.WideAccept;
import dev.concordat.conform.resource.Resources;
import dev.concordat.conform.retry.Lessons;
import dev.concordat.conform.retry.Restoring;
import dev.concordat.conform.retry.Retrials;
import dev.concordat.conform.scenario.Scenarios;
import dev.concordat.conform.talk.Trial;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.openapi.HttpJudge;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.model.conform.Notice;
import java.util.List;
import java.util.function.Function;

/// Everything that is tried, and what it teaches about the contract.
///
/// @param all in the order in which they take turns
/// @param explanations what refusals of valid requests say
/// @param reach the first requests of each operation
/// @param retrials what earlier runs found
record Sources(
    List<Source> all,
    ReachSource reach,
    Retrials retrials,
    Explanations explanations,
    OperationCases cases) {

  /// A new source is one line here.
  static Sources of(
      OpenApiContract contract,
      ConformOptions options,
      Ground ground,
      Judge judge,
      Lessons lessons) {
    var cases = new OperationCases(contract, options.seed());
    var explanations = new Explanations();
    recall(contract, options.known().demands(), explanations);
    Function<Trial, List<Trial>> plainer = Plainer.of(new HttpJudge(contract));
    Function<Trial, Experiment> single = trial -> new SingleTrial(trial, ground, judge, plainer);
    boolean isAuthenticated = options.credentials().users() > 0;
    var made = new CaseExperiments(cases, isAuthenticated, explanations, single);
    var reach =
        new ReachSource(
            made,
            operation ->
                lessons
                    .before(operation)
                    .map(worked -> made.again(operation, worked, ground, judge)));
    var scenarios =
        new Scenarios(
            contract, Resources.of(contract), options.seed(), judge, options.credentials());
    var retrials =
        new Retrials(options.known().failures(), new Restoring(contract, single, scenarios::find));
    List<Source> all =
        List.of(
            reach,
            retrials,
            new DoubtSource(made),
            new CoverageSource(made),
            new WideAccept(single),
            scenarios,
            new FuzzSource(cases, options.seed(), explanations, single));
    return new Sources(all, reach, retrials, explanations, cases);
  }

  private static void recall(
      OpenApiContract contract, List<Demand> demands, Explanations explanations) {
    for (HttpOperation operation : contract.operations()) {
      List<Demand> own =
          demands.stream().filter(demand -> demand.operation().equals(operation.id())).toList();
      if (!own.isEmpty()) {
        explanations.recall(operation, own);
      }
    }
  }

  List<Notice> notices() {
    return explanations.notices();
  }

  /// Cases of an operation that could not be made.
  List<String> skipped(String operation) {
    return cases.skipped(operation);
  }
}
