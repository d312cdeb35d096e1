package dev.concordat.cli.command;

import dev.concordat.cli.comparison.DifferenceReplayer;
import dev.concordat.cli.console.Console;
import dev.concordat.cli.run.Replayer;
import dev.concordat.model.run.Verdict;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `concordat replay ID`: the one case again that shows an incident, or the message again that shows a difference.
final class ReplayCommand implements Command {
  private final Console console;
  private final Replayer incidents;
  private final DifferenceReplayer differences;

  ReplayCommand(Console console, Replayer incidents, DifferenceReplayer differences) {
    this.console = console;
    this.incidents = incidents;
    this.differences = differences;
  }

  @Override
  public CommandSpec spec() {
    return Specs.command(
            "replay",
            "Run the one case again that shows an incident, or show both contracts the message"
                + " again that breaks one.",
            "concordat replay 7f3a91   ends with 1 if it is still broken, with 0 if it holds now",
            "concordat replay 7f       the beginning of an id is enough")
        .addPositional(
            Specs.positional(
                "ID",
                "1",
                String.class,
                "An incident's or a difference's id, as reports print it."))
        .addOption(Specs.format());
  }

  @Override
  public Verdict run(ParseResult given) {
    boolean isJson = given.matchedOptionValue("--format", OutputFormat.text) == OutputFormat.json;
    String id = given.matchedPositionalValue(0, "");
    List<String> found = differences.describe(id);
    if (found.isEmpty()) {
      return incidents.replay(id, isJson);
    }
    List<String> all = Stream.concat(incidents.describe(id).stream(), found.stream()).toList();
    if (all.size() == 1) {
      return differences.replay(id, isJson);
    }
    console.say("concordat: '" + id + "' may be several:");
    all.forEach(line -> console.say("    " + line));
    return Verdict.BAD_INPUT;
  }
}
