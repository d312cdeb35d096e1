package dev.concordat.cli.command;

import dev.concordat.cli.run.Installation;
import dev.concordat.cli.run.Upkeep;
import dev.concordat.model.run.Verdict;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
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
    CommandSpec spec =
        Specs.command(
            "up",
            "Start the systems of a workspace with their parts and links, print every address, and keep them running.",
            "concordat up                        this folder",
            "concordat up examples/shop          another one; any number side by side",
            "concordat up --set LOG_LEVEL=debug  with an environment variable for all systems",
            "concordat up --ready-limit 5m       for systems that take their time");
    spec.addPositional(
        Specs.positional("FOLDER", "0..1", Path.class, "The workspace. Default: this folder."));
    StartFlags.addTo(spec);
    return spec.addOption(Specs.format());
  }

  @Override
  public Verdict run(ParseResult given) {
    Path folder =
        installation.workingFolder().resolve(given.matchedPositionalValue(0, Path.of("")));
    return upkeep.keep(
        folder.normalize(),
        StartFlags.read(given, RunFlags.DEFAULT_SEED),
        given.matchedOptionValue("--format", OutputFormat.text) == OutputFormat.json);
  }
}
