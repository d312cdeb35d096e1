package dev.concordat.cli.command;

import dev.concordat.cli.console.Console;
import dev.concordat.cli.run.Installation;
import dev.concordat.cli.run.Troubles;
import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.environment.home.Home;
import dev.concordat.environment.home.RunInfo;
import dev.concordat.model.run.Verdict;
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
        .addOption(Specs.flag("--all", "End every run of this home folder."));
  }

  @Override
  public Verdict run(ParseResult given) {
    try {
      Home home = Home.at(installation.home());
      if (given.matchedOptionValue("--all", false)) {
        List<RunInfo> ended = home.stopAll();
        ended.forEach(run -> console.out().println("ended " + line(run)));
        console.out().println(Words.count(ended.size(), "run") + " ended, left-overs cleared");
        return Verdict.HOLDS;
      }
      home.clearLeftOvers();
      List<RunInfo> running = home.running();
      running.forEach(run -> console.out().println(line(run)));
      if (running.isEmpty()) {
        console.out().println("nothing is running");
      } else {
        console.say("'concordat down --all' ends all of them.");
      }
      return Verdict.HOLDS;
    } catch (EnvironmentFailure failure) {
      return Troubles.tell(console, failure.troubles());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return Verdict.INTERNAL_ERROR;
    }
  }

  private static String line(RunInfo run) {
    return run.id() + "  pid " + run.pid() + "  since " + run.since() + "  " + run.workspace();
  }
}
