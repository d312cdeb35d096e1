package dev.concordat.conform.scenario;

import dev.concordat.cases.value.ValueGenerator;
import dev.concordat.conform.experiment.Experiment;
import dev.concordat.conform.experiment.Judge;
import dev.concordat.conform.experiment.Source;
import dev.concordat.conform.resource.Instances;
import dev.concordat.conform.resource.Resources;
import dev.concordat.conform.talk.Memory;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.openapi.OpenApiContract;
import java.util.Iterator;
import java.util.List;

/// All scenarios, the most promising first. A new one is one line here.
public final class Scenarios implements Source {
  private static final List<Scenario> ALL =
      List.of(
          new Life(),
          new Replacing(),
          new Patching(),
          new Deleting());

  private final Site site;
  private final Judge judge;

  public Scenarios(OpenApiContract contract, Resources resources, long seed, Judge judge) {
    var values = new ValueGenerator(seed);
    this.site =
        new Site(
            contract,
            resources,
            new Instances(contract, resources),
            new Bodies(values),
            new Requests(contract.basePath(), values));
    this.judge = judge;
  }

  @Override
  public Phase phase() {
    return Phase.COVERAGE;
  }

  @Override
  public Iterator<Experiment> about(HttpOperation operation, Memory memory) {
    return ALL.stream()
        .filter(scenario -> scenario.fits(operation, site))
        .<Experiment>map(
            scenario -> new ScenarioExperiment(scenario, operation, site, judge))
        .iterator();
  }
}
