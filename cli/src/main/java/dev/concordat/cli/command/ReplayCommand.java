package dev.concordat.cli.command;

import dev.concordat.cli.run.Replayer;
import dev.concordat.model.run.Verdict;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `concordat replay ID`: the one case again that shows an incident.
final class ReplayCommand implements Command {
  private final Replayer replayer;

  ReplayCommand(Replayer replayer) {
    this.replayer = replayer;
  }

  @Override
  public CommandSpec spec() {
    return Specs.command(
            "replay",
            "Run the one case again that shows an incident, in an environment of its own.",
            "concordat replay 7f3a91   ends with 1 if it is still broken, with 0 if it holds now",
            "concordat replay 7f       the beginning of an id is enough")
        .addPositional(
            Specs.positional("ID", "1", String.class, "An incident's id, as the report prints it."))
        .addOption(Specs.format());
  }

  @Override
  public Verdict run(ParseResult given) {
    boolean isJson = given.matchedOptionValue("--format", OutputFormat.text) == OutputFormat.json;
    return replayer.replay(given.matchedPositionalValue(0, ""), isJson);
  }
}
