package dev.concordat.cli.command;

import dev.concordat.cli.console.Console;
import dev.concordat.cli.files.ContractSearch;
import dev.concordat.cli.registry.ProofFile;
import dev.concordat.cli.registry.Publish;
import dev.concordat.cli.registry.Published;
import dev.concordat.cli.registry.RegistryAddress;
import dev.concordat.cli.run.Installation;
import dev.concordat.cli.run.Troubles;
import dev.concordat.environment.setup.Setup;
import dev.concordat.environment.setup.reader.SetupReader;
import dev.concordat.model.run.Verdict;
import dev.concordat.registry.publication.ProofKinds;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// `concordat publish`: contracts go to a registry.
final class PublishCommand implements Command {
  private final Console console;
  private final Installation installation;

  PublishCommand(Console console, Installation installation) {
    this.console = console;
    this.installation = installation;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Specs.command(
                "publish",
                "Publish the pacts and contracts of the systems here to a registry.",
                "concordat publish                             all systems of this repository",
                "concordat publish --only orders --version 1.4.2 --branch main",
                "concordat publish pacts/*.json                pacts, each under its consumer's name",
                "concordat publish --system payments openapi.yaml",
                "concordat publish --only payments --proof conform=conform.json --proof drift=drift.json")
            .addPositional(
                PositionalParamSpec.builder()
                    .paramLabel("CONTRACT")
                    .arity("0..*")
                    .index("0..*")
                    .type(List.class)
                    .auxiliaryTypes(String.class)
                    .description(
                        "Files, folders or patterns. Default: what concordat.yaml says, or what is detected.")
                    .build())
            .addOption(
                Specs.option("--system", "NAME", String.class, "Whose the named contracts are."))
            .addOption(
                Specs.option(
                    "--only", "NAME", String.class, "Of the systems here, publish only this one."))
            .addOption(
                Specs.option(
                    "--owner", "TEAM", String.class, "The team that is told. Default: detected."))
            .addOption(
                OptionSpec.builder("--proof")
                    .paramLabel("KIND=FILE")
                    .type(List.class)
                    .auxiliaryTypes(String.class)
                    .description(
                        "What was proved of this version: the report that a command wrote with"
                            + " --format json. KIND: "
                            + String.join(", ", ProofKinds.ALL)
                            + ". May be repeated.")
                    .build());
    return RegistryFlags.on(RegistryFlags.version(spec));
  }

  @Override
  public Verdict run(ParseResult given) {
    Optional<RegistryAddress> address = RegistryFlags.address(console, installation, given);
    if (address.isEmpty()) {
      return Verdict.BAD_INPUT;
    }
    Path folder = installation.workingFolder().toAbsolutePath().normalize();
    List<String> named = given.matchedPositionalValue(0, List.of());
    Optional<List<Published>> systems =
        named.isEmpty() && !given.hasMatchedOption("--system")
            ? detected(folder, given)
            : files(folder, named, given);
    Optional<List<ProofFile>> proofs = proofs(folder, given);
    if (systems.isEmpty() || proofs.isEmpty()) {
      return Verdict.BAD_INPUT;
    }
    List<Published> published =
        systems.get().stream()
            .map(one -> one.with(RegistryFlags.text(given, "--owner"), proofs.get()))
            .toList();
    if (!proofs.get().isEmpty() && published.size() != 1) {
      console.say(
          "concordat: --proof is about one system, and here are "
              + published.size()
              + "; name it with --only, or with --system.");
      return Verdict.BAD_INPUT;
    }
    return new Publish(console, address.get())
        .publish(
            published, RegistryFlags.version(installation, given), RegistryFlags.isJson(given));
  }

  private Optional<List<ProofFile>> proofs(Path folder, ParseResult given) {
    List<ProofFile> proofs = new ArrayList<>();
    for (String word : given.matchedOptionValue("--proof", List.<String>of())) {
      switch (ProofFile.read(folder, word)) {
        case ProofFile.Reading.Proof(ProofFile file) -> proofs.add(file);
        case ProofFile.Reading.Refused(String message) -> {
          console.say("concordat: " + message);
          return Optional.empty();
        }
      }
    }
    return Optional.of(proofs);
  }

  private Optional<List<Published>> detected(Path folder, ParseResult given) {
    Setup setup = SetupReader.read(folder, installation.variables());
    if (Troubles.tellProblems(console, setup.root(), setup.problems())) {
      return Optional.empty();
    }
    Optional<String> only = RegistryFlags.text(given, "--only");
    return Optional.of(
        setup.systems().stream()
            .filter(system -> only.isEmpty() || only.get().equals(system.name()))
            .map(system -> Published.of(setup.root(), system))
            .toList());
  }

  private Optional<List<Published>> files(Path folder, List<String> named, ParseResult given) {
    var search = new ContractSearch(folder);
    for (String word : named) {
      if (!search.add(word)) {
        console.say("concordat: there is no file " + word + ".");
        return Optional.empty();
      }
    }
    List<Path> files = search.files().stream().map(ContractSearch.Found::file).toList();
    return Optional.of(
        Published.of(
            search.root(),
            RegistryFlags.text(given, "--system"),
            RegistryFlags.text(given, "--owner"),
            files));
  }
}
