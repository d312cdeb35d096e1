package dev.concordat.cli.run;

import dev.concordat.cli.console.Console;
import dev.concordat.cli.console.ProgressLines;
import dev.concordat.engine.plan.RunPlan;
import dev.concordat.engine.run.Replay;
import dev.concordat.engine.store.RunStore;
import dev.concordat.engine.store.StoredRun;
import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.environment.home.Home;
import dev.concordat.environment.running.Environment;
import dev.concordat.environment.setup.Setup;
import dev.concordat.environment.setup.reader.SetupReader;
import dev.concordat.model.json.JsonText;
import dev.concordat.model.run.Verdict;
import dev.concordat.report.json.JsonReport;
import dev.concordat.report.terminal.TerminalReport;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Replays an incident of an earlier run: the same workspace as it is now, the same seed, variables and case.
public final class Replayer {
  private final Console console;
  private final Installation installation;

  public Replayer(Console console, Installation installation) {
    this.console = console;
    this.installation = installation;
  }

  /// One line for every incident whose id starts so; none where the runs cannot be read.
  public List<String> describe(String id) {
    try {
      return Replay.of(new RunStore(Home.at(installation.home()).runs()), id).stream()
          .map(replay -> describe(replay.found()))
          .toList();
    } catch (EnvironmentFailure | IOException unreadable) {
      return List.of();
    }
  }

  /// Replays an incident and says whether it is still broken.
  ///
  /// @param id an incident's id, or its beginning
  /// @param isJson whether standard output is the JSON report instead of text
  public Verdict replay(String id, boolean isJson) {
    try {
      Home home = Home.at(installation.home());
      List<Replay> found = Replay.of(new RunStore(home.runs()), id);
      if (found.isEmpty()) {
        console.say(
            "concordat: no incident '"
                + id
                + "' among the runs in "
                + home.runs()
                + ", and no difference of a comparison.");
        console.say(
            "    fix: copy the id from a report; the newest 20 runs and 50 comparisons are kept.");
        return Verdict.BAD_INPUT;
      }
      if (found.size() > 1) {
        console.say("concordat: '" + id + "' may be several incidents:");
        found.forEach(replay -> console.say("    " + describe(replay.found())));
        return Verdict.BAD_INPUT;
      }
      return replay(home, found.getFirst(), isJson);
    } catch (EnvironmentFailure failure) {
      return Troubles.tell(console, failure.troubles());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return Verdict.INTERNAL_ERROR;
    } catch (IOException e) {
      console.say("concordat: the runs cannot be read: " + e.getMessage());
      return Verdict.NO_ENVIRONMENT;
    }
  }

  private Verdict replay(Home home, Replay replay, boolean isJson)
      throws EnvironmentFailure, InterruptedException {
    StoredRun stored = replay.found().run();
    console.say("replaying " + describe(replay.found()));
    Setup setup = SetupReader.read(stored.workspace(), installation.variables());
    if (Troubles.tellProblems(console, setup.root(), setup.problems())) {
      return Verdict.BAD_INPUT;
    }
    Optional<RunPlan> plan = replay.plan(setup);
    if (plan.isEmpty()) {
      console.say(
          "concordat: the case "
              + replay.found().incident().caseId()
              + " does not exist any more:");
      console.say(
          "    the contract or flow that it came from has changed. Run 'concordat test' again.");
      return Verdict.BAD_INPUT;
    }
    try (ProgressLines progress = new ProgressLines(console, System::nanoTime)) {
      Starting starting = new Starting(installation, home);
      var request = new StartRequest(stored.seed(), new Variables(stored.variables()));
      try (Environment environment = starting.start(setup, request, progress)) {
        var versions = new StartedVersions(installation, home, setup, starting, request, progress);
        Replay.Outcome outcome = replay.run(environment, plan.get(), versions, progress);
        progress.clear();
        tell(outcome, isJson);
        return outcome.report().verdict();
      }
    }
  }

  private void tell(Replay.Outcome outcome, boolean isJson) {
    String answer = outcome.isStillBroken() ? "still broken" : "it holds now";
    if (isJson) {
      console.out().println(JsonText.pretty(JsonReport.of(outcome.report())));
      console.say(answer);
    } else {
      console.out().print(new TerminalReport(console.style()).render(outcome.report()));
      console.out().println();
      console.out().println(answer);
    }
    console.out().flush();
  }

  private static String describe(RunStore.Found found) {
    StoredRun.StoredIncident incident = found.incident();
    return incident.id()
        + "  "
        + incident.rule()
        + "  "
        + incident.system()
        + "  "
        + incident.message();
  }
}
