package dev.concordat.conform.scenario;

import dev.concordat.cases.value.ValueGenerator;
import dev.concordat.conform.access.Users;
import dev.concordat.conform.experiment.Experiment;
import dev.concordat.conform.experiment.Judge;
import dev.concordat.conform.experiment.Source;
import dev.concordat.conform.resource.Instances;
import dev.concordat.conform.resource.Resources;
import dev.concordat.conform.resource.Role;
import dev.concordat.conform.talk.Credentials;
import dev.concordat.conform.talk.Memory;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.openapi.OpenApiContract;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// All scenarios, the most promising first. A new one is one line here.
public final class Scenarios implements Source {
  private static List<Scenario> all(Protection.Expired expired) {
    return List.of(
        new Life(),
        new Replacing(),
        new Patching(),
        new Deleting(),
        new Protection(expired),
        new Reading(),
        new Unknown(),
        new RefusedWrite(Role.REPLACE),
        new RefusedWrite(Role.PATCH),
        new RefusedCreate(),
        new OthersObjects(),
        new Parents(),
        new Conditions(),
        new Pages(),
        new Filters(),
        new ReadOnlyMembers(),
        new IdempotencyKeys(),
        new OddIds());
  }

  private final List<Scenario> scenarios;
  private final Site site;
  private final Judge judge;

  /// @param credentials who knows an expired token, if anybody does
  public Scenarios(
      OpenApiContract contract,
      Resources resources,
      long seed,
      Judge judge,
      Credentials credentials) {
    this.scenarios =
        all(
            (operation, request) ->
                credentials instanceof Users users
                    ? users.expired(operation, request)
                    : Optional.empty());
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

  /// The sequence with this id; nothing where the contract has none such.
  public Optional<Experiment> find(String id) {
    return site.contract().operations().stream()
        .filter(operation -> id.startsWith(operation.id() + "/"))
        .flatMap(
            operation ->
                scenarios.stream()
                    .filter(scenario -> id.equals(operation.id() + "/" + scenario.name()))
                    .filter(scenario -> scenario.fits(operation, site))
                    .<Experiment>map(
                        scenario -> new ScenarioExperiment(scenario, operation, site, judge)))
        .findFirst();
  }

  @Override
  public Phase phase() {
    return Phase.COVERAGE;
  }

  @Override
  public Iterator<Experiment> about(HttpOperation operation, Memory memory) {
    return scenarios.stream()
        .filter(scenario -> scenario.fits(operation, site))
        .<Experiment>map(scenario -> new ScenarioExperiment(scenario, operation, site, judge))
        .iterator();
  }
}
