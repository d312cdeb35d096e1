package dev.concordat.cli.command;

import dev.concordat.cli.run.Installation;
import dev.concordat.cli.run.Upkeep;
import dev.concordat.cli.run.Variables;
import dev.concordat.model.run.Verdict;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// `concordat up`: starts an environment and keeps it.
final class UpCommand implements Command {
  private final Installation installation;
  private final Upkeep upkeep;

  UpCommand(Installation installation, Upkeep upkeep) {
    this.installation = installation;
    this.upkeep = upkeep;
  }

  @Override
  public CommandSpec spec() {
    return Specs.command(
            "up",
            "Start the systems of a workspace with their parts and links, print every address, and keep them running.",
            "concordat up                        this folder",
            "concordat up examples/shop          another one; any number side by side",
            "concordat up --set LOG_LEVEL=debug  with an environment variable for all systems")
        .addPositional(
            Specs.positional("FOLDER", "0..1", Path.class, "The workspace. Default: this folder."))
        .addOption(
            OptionSpec.builder("--set")
                .paramLabel("[SYSTEM:]NAME=VALUE")
                .type(Map.class)
                .auxiliaryTypes(String.class, String.class)
                .description("An environment variable for all systems, or for one.")
                .build());
  }

  @Override
  public Verdict run(ParseResult given) {
    Path folder =
        installation.workingFolder().resolve(given.matchedPositionalValue(0, Path.of("")));
    Map<String, String> variables = given.matchedOptionValue("--set", Map.of());
    return upkeep.keep(folder.normalize(), new Variables(variables));
  }
}
