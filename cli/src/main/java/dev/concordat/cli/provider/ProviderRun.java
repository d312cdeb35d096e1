package dev.concordat.cli.provider;

import dev.concordat.cli.console.Console;
import dev.concordat.cli.run.Installation;
import dev.concordat.conform.Conformance;
import dev.concordat.contracts.Contract;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.reader.ContractReader;
import dev.concordat.contracts.tree.ReadLimits;
import dev.concordat.contracts.tree.ReferencePolicy;
import dev.concordat.model.conform.ConformReport;
import dev.concordat.model.problem.Problem;
import dev.concordat.model.run.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// `concordat conform`: reads the contract, tests the provider, tells what is wrong, and keeps the findings for `replay`.
public final class ProviderRun {
  private final Console console;
  private final Installation installation;

  public ProviderRun(Console console, Installation installation) {
    this.console = console;
    this.installation = installation;
  }

  /// Does all of it.
  public Verdict run(ProviderRequest request) {
    Optional<OpenApiContract> contract = read(request.contract());
    if (contract.isEmpty()) {
      return Verdict.BAD_INPUT;
    }
    try (var progress = new ProviderProgress(console, request.options().limits())) {
      var conformance = new Conformance(contract.get(), request.options(), progress);
      var interruption = Interruption.of(conformance);
      ConformReport report = conformance.run();
      progress.close();
      Verdict verdict = new ProviderTeller(console).tell(report, request);
      interruption.told(verdict);
      return verdict;
    }
  }

  private Optional<OpenApiContract> read(Path file) {
    if (!Files.isRegularFile(file)) {
      console.say("concordat: there is no file '" + file + "'.");
      return Optional.empty();
    }
    Path root = installation.workingFolder().toAbsolutePath().normalize();
    Contract contract =
        new ContractReader(root, ReadLimits.defaults(), ReferencePolicy.WORKSPACE_ONLY).read(file);
    if (contract instanceof OpenApiContract openApi && !openApi.operations().isEmpty()) {
      return Optional.of(openApi);
    }
    console.say("concordat: '" + file + "' is no OpenAPI contract with operations.");
    contract.problems().stream()
        .filter(Problem::isError)
        .limit(5)
        .forEach(problem -> console.say("    " + problem.place() + "  " + problem.message()));
    return Optional.empty();
  }
}
