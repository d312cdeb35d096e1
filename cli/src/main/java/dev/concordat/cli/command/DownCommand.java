package dev.concordat.cli.command;

import dev.concordat.cli.console.Console;
import dev.concordat.cli.run.Installation;
import dev.concordat.cli.run.Troubles;
import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.environment.home.Home;
import dev.concordat.environment.home.RunInfo;
import dev.concordat.model.json.JsonText;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.run.Verdict;
import dev.concordat.report.json.Members;
import dev.concordat.report.terminal.Words;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `concordat down`: what is running on this machine, and an end to it.
final class DownCommand implements Command {
  private final Console console;
  private final Installation installation;

  DownCommand(Console console, Installation installation) {
    this.console = console;
    this.installation = installation;
  }

  @Override
  public CommandSpec spec() {
    return Specs.command(
            "down",
            "List what Concordat runs on this machine, or end it.",
            "concordat down         list what is running",
            "concordat down --all   end all of it, and clear what killed runs left behind")
        .addOption(Specs.flag("--all", "End every run of this home folder."))
        .addOption(Specs.format());
  }

  @Override
  public Verdict run(ParseResult given) {
    try {
      Home home = Home.at(installation.home());
      boolean isEnd = given.matchedOptionValue("--all", false);
      if (!isEnd) {
        home.clearLeftOvers();
      }
      List<RunInfo> runs = isEnd ? home.stopAll() : home.running();
      if (given.matchedOptionValue("--format", OutputFormat.text) == OutputFormat.json) {
        console.out().println(JsonText.pretty(json(isEnd ? "ended" : "running", runs)));
      } else {
        tell(runs, isEnd);
      }
      return Verdict.HOLDS;
    } catch (EnvironmentFailure failure) {
      return Troubles.tell(console, failure.troubles());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return Verdict.INTERNAL_ERROR;
    }
  }

  private void tell(List<RunInfo> runs, boolean isEnd) {
    runs.forEach(run -> console.out().println((isEnd ? "ended " : "") + line(run)));
    if (isEnd) {
      console.out().println(Words.count(runs.size(), "run") + " ended, left-overs cleared");
    } else if (runs.isEmpty()) {
      console.out().println("nothing is running");
    } else {
      console.say("'concordat down --all' ends all of them.");
    }
  }

  private static JsonValue json(String name, List<RunInfo> runs) {
    return new Members()
        .list(
            name,
            runs,
            run ->
                new Members()
                    .put("run", run.id())
                    .put("pid", run.pid())
                    .put("since", run.since().toString())
                    .put("workspace", run.workspace())
                    .object())
        .object();
  }

  private static String line(RunInfo run) {
    return run.id() + "  pid " + run.pid() + "  since " + run.since() + "  " + run.workspace();
  }
}
