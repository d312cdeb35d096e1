package dev.concordat.cli.command;

import dev.concordat.cli.console.Console;
import dev.concordat.cli.recording.Recordings;
import dev.concordat.cli.run.Installation;
import dev.concordat.model.run.Verdict;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// `concordat compare`: two recordings of the same messages, one of each end.
final class CompareCommand implements Command {
  private final Console console;
  private final Installation installation;

  CompareCommand(Console console, Installation installation) {
    this.console = console;
    this.installation = installation;
  }

  @Override
  public CommandSpec spec() {
    return Specs.command(
            "compare",
            "Compare two recordings (HAR) of the same messages, one of each end, and tell what happened"
                + " on the way: which value was rounded, cut, renamed, dropped.",
            "concordat compare before-gateway.har behind-gateway.har",
            "concordat compare near.har far.har --all       harmless rewritings too",
            "concordat compare near.har far.har --format junit > fidelity.xml")
        .addPositional(
            PositionalParamSpec.builder()
                .paramLabel("NEAR FAR")
                .hideParamSyntax(true)
                .arity("2")
                .required(true)
                .index("0..*")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description("Two archives: the consumers' end, and the providers' end.")
                .build())
        .addOption(Specs.flag("--all", "Show every finding, and what was written otherwise."))
        .addOption(
            OptionSpec.builder("--format")
                .paramLabel("FORMAT")
                .type(Recordings.Form.class)
                .description("text, json or junit. Default: text.")
                .build());
  }

  @Override
  public Verdict run(ParseResult given) {
    List<String> files = given.matchedPositionalValue(0, List.of());
    return new Recordings(console, installation.workingFolder().toAbsolutePath().normalize())
        .compare(
            files.getFirst(),
            files.getLast(),
            given.matchedOptionValue("--format", Recordings.Form.text),
            given.matchedOptionValue("--all", false));
  }
}
