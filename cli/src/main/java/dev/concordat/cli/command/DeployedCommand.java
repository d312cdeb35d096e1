package dev.concordat.cli.command;

import dev.concordat.cli.console.Console;
import dev.concordat.cli.registry.Deployed;
import dev.concordat.cli.registry.RegistryAddress;
import dev.concordat.cli.registry.ThisVersion;
import dev.concordat.cli.run.Installation;
import dev.concordat.model.run.Verdict;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// `concordat deployed`: what runs where.
final class DeployedCommand implements Command {
  private final Console console;
  private final Installation installation;

  DeployedCommand(Console console, Installation installation) {
    this.console = console;
    this.installation = installation;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Specs.command(
                "deployed",
                "Tell the registry that a version of a system was deployed.",
                "concordat deployed orders --to production",
                "concordat deployed orders --version 1.4.2 --to staging --target blue",
                "concordat deployed orders --to production --create-environment --production")
            .addPositional(
                Specs.positional("SYSTEM", "1", String.class, "The system that was deployed."))
            .addOption(
                Specs.option(
                    "--version",
                    "TEXT",
                    String.class,
                    "The version. Default: the commit, as the build system or git says it."))
            .addOption(
                OptionSpec.builder("--to")
                    .paramLabel("ENVIRONMENT")
                    .type(String.class)
                    .required(true)
                    .description("Where it runs now.")
                    .build())
            .addOption(
                Specs.option(
                    "--target",
                    "NAME",
                    String.class,
                    "One of several instances in the environment."))
            .addOption(
                Specs.flag("--create-environment", "Make the environment where there is none."))
            .addOption(Specs.flag("--production", "The made environment is one that users meet."));
    return RegistryFlags.on(spec);
  }

  @Override
  public Verdict run(ParseResult given) {
    Optional<RegistryAddress> address = RegistryFlags.address(console, installation, given);
    if (address.isEmpty()) {
      return Verdict.BAD_INPUT;
    }
    ThisVersion version = RegistryFlags.version(installation, given);
    if (version.number().isEmpty()) {
      console.say("concordat: which version was deployed? Say --version.");
      return Verdict.BAD_INPUT;
    }
    return new Deployed(console, address.get())
        .record(
            new Deployed.Deployment(
                given.matchedPositionalValue(0, ""),
                version.number().get(),
                given.matchedOptionValue("--to", ""),
                RegistryFlags.text(given, "--target"),
                given.matchedOptionValue("--create-environment", false),
                given.matchedOptionValue("--production", false)),
            RegistryFlags.isJson(given));
  }
}
