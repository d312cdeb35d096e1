package dev.concordat.cli.provider;

import dev.concordat.cli.console.Console;
import dev.concordat.cli.run.Installation;
import dev.concordat.conform.ConformOptions;
import dev.concordat.conform.Conformance;
import dev.concordat.conform.access.HttpTokenSource;
import dev.concordat.conform.access.Users;
import dev.concordat.contracts.Contract;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.reader.ContractReader;
import dev.concordat.contracts.tree.ReadLimits;
import dev.concordat.contracts.tree.ReferencePolicy;
import dev.concordat.model.conform.ConformReport;
import dev.concordat.model.problem.Problem;
import dev.concordat.model.run.Verdict;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    List<String> unknown = UnknownNames.in(contract.get(), request.options());
    if (!unknown.isEmpty()) {
      unknown.forEach(line -> console.say("concordat: " + line));
      return Verdict.BAD_INPUT;
    }
    String url = request.options().provider().toString();
    Optional<String> trouble =
        request.before().flatMap(command -> BeforeCommand.run(command, folder(), url));
    if (trouble.isPresent()) {
      console.say("concordat: " + trouble.get());
      return Verdict.NO_ENVIRONMENT;
    }
    try (var tokens = new HttpTokenSource(URI.create(url + "/"));
        var progress = new ProviderProgress(console, request.options().limits())) {
      var users = new Users(contract.get(), request.users(), tokens);
      ConformOptions options =
          request.users().isEmpty() ? request.options() : request.options().with(users);
      var conformance = new Conformance(contract.get(), options, progress);
      try (var interruption = Interruption.of(conformance)) {
        ConformReport report = conformance.run();
        progress.end();
        Verdict verdict = new ProviderTeller(console).tell(report, request);
        keep(report, url);
        users.problems().forEach(problem -> console.say("concordat: " + problem));
        interruption.told(verdict);
        return verdict;
      }
    }
  }

  private void keep(ConformReport report, String url) {
    try {
      new FindingStore(installation.home()).save(report, url);
    } catch (IOException e) {
      console.say("concordat: the findings cannot be kept for replay: " + e.getMessage());
    }
  }

  private Path folder() {
    return installation.workingFolder().toAbsolutePath().normalize();
  }

  private Optional<OpenApiContract> read(Path file) {
    if (!Files.isRegularFile(file)) {
      console.say("concordat: there is no file '" + file + "'.");
      return Optional.empty();
    }
    Path root = folder();
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
