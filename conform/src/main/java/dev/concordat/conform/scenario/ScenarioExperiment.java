package dev.concordat.conform.scenario;

import dev.concordat.conform.experiment.Experiment;
import dev.concordat.conform.experiment.Judge;
import dev.concordat.conform.experiment.Suspicion;
import dev.concordat.conform.talk.Conversation;
import dev.concordat.contracts.http.HttpOperation;
import java.util.List;

/// A scenario at one operation.
record ScenarioExperiment(Scenario scenario, HttpOperation operation, Site site, Judge judge)
    implements Experiment {
  @Override
  public String id() {
    return operation.id() + "/" + scenario.name();
  }

  @Override
  public int requests() {
    return scenario.requests();
  }

  @Override
  public List<Suspicion> run(Conversation talk) {
    var walk = new Walk(id(), talk, site, judge);
    scenario.run(walk, operation);
    return walk.suspicions();
  }
}
