package dev.concordat.cli.command;

import dev.concordat.cli.comparison.DifferenceReplayer;
import dev.concordat.cli.comparison.WitnessSender;
import dev.concordat.cli.console.Console;
import dev.concordat.cli.provider.FindingReplayer;
import dev.concordat.cli.run.Installation;
import dev.concordat.cli.run.Replayer;
import dev.concordat.model.run.Verdict;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `concordat replay ID`: the one case again that shows an incident, the message again that shows a difference, or the
/// requests again that show what a provider gets wrong.
final class ReplayCommand implements Command {
  private final Console console;
  private final Replayer incidents;
  private final DifferenceReplayer differences;
  private final WitnessSender sender;
  private final FindingReplayer findings;
  private final Installation installation;

  ReplayCommand(
      Console console,
      Installation installation,
      Replayer incidents,
      DifferenceReplayer differences,
      WitnessSender sender,
      FindingReplayer findings) {
    this.sender = sender;
    this.console = console;
    this.installation = installation;
    this.findings = findings;
    this.incidents = incidents;
    this.differences = differences;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Specs.command(
                "replay",
                "Run the one case again that shows an incident, show both contracts the message again"
                    + " that breaks one, or send a provider the requests again that it gets wrong.",
                "concordat replay 7f3a91   ends with 1 if it is still broken, with 0 if it holds now",
                "concordat replay 7f       the beginning of an id is enough",
                "concordat replay 7f3a91 --url http://localhost:8080   does the provider refuse it?")
            .addPositional(
                Specs.positional(
                    "ID",
                    "1",
                    String.class,
                    "An incident's, a difference's or a finding's id, as reports print it."))
            .addOption(
                Specs.option(
                    "--url",
                    "URL",
                    URI.class,
                    "For a difference: send its request to the provider that runs there."))
            .addOption(Specs.format());
    AccessFlags.addTo(spec);
    return spec;
  }

  @Override
  public Verdict run(ParseResult given) {
    boolean isJson = given.matchedOptionValue("--format", OutputFormat.text) == OutputFormat.json;
    String id = given.matchedPositionalValue(0, "");
    List<String> different = differences.describe(id);
    List<String> wrong = findings.describe(id);
    if (different.isEmpty() && wrong.isEmpty()) {
      return incidents.replay(id, isJson);
    }
    List<String> all =
        Stream.of(incidents.describe(id), different, wrong).flatMap(List::stream).toList();
    if (all.size() == 1) {
      return wrong.isEmpty()
          ? replayDifference(id, given, isJson)
          : replayFinding(id, given, isJson);
    }
    console.say("concordat: '" + id + "' may be several:");
    all.forEach(line -> console.say("    " + line));
    return Verdict.BAD_INPUT;
  }

  private Verdict replayDifference(String id, ParseResult given, boolean isJson) {
    URI url = given.matchedOptionValue("--url", null);
    if (url == null) {
      return differences.replay(id, isJson);
    }
    if (url.getRawAuthority() == null || !List.of("http", "https").contains(url.getScheme())) {
      console.say("concordat: --url: '" + url + "' is no address of HTTP: http://localhost:8080");
      return Verdict.BAD_INPUT;
    }
    try {
      return sender.send(id, url, AccessFlags.headers(given), isJson);
    } catch (IllegalArgumentException wrong) {
      console.say("concordat: " + wrong.getMessage());
      return Verdict.BAD_INPUT;
    }
  }

  private Verdict replayFinding(String id, ParseResult given, boolean isJson) {
    try {
      return findings.replay(id, AccessFlags.users(given, installation), isJson);
    } catch (IllegalArgumentException wrong) {
      console.say("concordat: " + wrong.getMessage());
      return Verdict.BAD_INPUT;
    }
  }
}
