package dev.concordat.conform;

import dev.concordat.conform.experiment.Ground;
import dev.concordat.conform.experiment.Judge;
import dev.concordat.conform.experiment.Source;
import dev.concordat.conform.plain.ContractCases;
import dev.concordat.contracts.openapi.OpenApiContract;
import java.util.List;

/// Everything that is tried. A new source is one line here.
final class Sources {
  private Sources() {}

  static List<Source> all(
      OpenApiContract contract, ConformOptions options, Ground ground, Judge judge) {
    long seed = options.seed();
    return List.of(
        ContractCases.reaching(contract, seed, ground, judge),
        ContractCases.covering(contract, seed, ground, judge));
  }
}
