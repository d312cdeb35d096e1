package dev.concordat.cli.run;

import dev.concordat.cli.console.Console;
import dev.concordat.cli.console.ProgressLines;
import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.environment.home.Home;
import dev.concordat.environment.running.Environment;
import dev.concordat.environment.setup.Setup;
import dev.concordat.environment.setup.reader.SetupReader;
import dev.concordat.model.json.JsonText;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.problem.Problem;
import dev.concordat.model.run.PartView;
import dev.concordat.model.run.SystemView;
import dev.concordat.model.run.Trouble;
import dev.concordat.model.run.Verdict;
import dev.concordat.report.json.EnvironmentJson;
import dev.concordat.report.terminal.Words;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Keeps an environment running until it is told to stop.
public final class Upkeep {
  private static final Duration LOOK_EVERY = Duration.ofMillis(200);

  private final Console console;
  private final Installation installation;

  public Upkeep(Console console, Installation installation) {
    this.console = console;
    this.installation = installation;
  }

  /// Starts a workspace, prints every address, and waits for ctrl-C, SIGTERM or a system's end.
  ///
  /// @param isJson whether the addresses are printed as one JSON object
  public Verdict keep(Path workspace, StartRequest request, boolean isJson) {
    Setup setup = SetupReader.read(workspace, installation.variables());
    List<Problem> problems = new ArrayList<>(setup.problems());
    problems.addAll(request.variables().problems(setup));
    if (Troubles.tellProblems(console, setup.root(), problems)) {
      return Verdict.BAD_INPUT;
    }
    try (ProgressLines progress = new ProgressLines(console, System::nanoTime)) {
      Home home = Home.at(installation.home());
      Starting starting = new Starting(installation, home);
      try (Environment environment = starting.start(setup, request, progress)) {
        progress.clear();
        if (isJson) {
          console.out().println(JsonText.pretty(json(environment)));
        } else {
          tell(environment);
        }
        return watch(environment);
      }
    } catch (EnvironmentFailure failure) {
      return Troubles.tell(console, failure.troubles());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return Verdict.HOLDS;
    }
  }

  private static JsonValue json(Environment environment) {
    return EnvironmentJson.of(
        environment.runId(),
        environment.runFolder().resolve("logs").toString(),
        environment.systems(),
        environment.parts(),
        environment.notes());
  }

  private void tell(Environment environment) {
    for (SystemView system : environment.systems()) {
      String note = system.note().isEmpty() ? "" : "   " + system.note();
      line(system.name(), system.address(), system.owner().team() + note, system.ready());
    }
    for (PartView part : environment.parts()) {
      line(part.name(), part.address(), part.product(), part.ready());
    }
    environment.notes().forEach(note -> console.out().println("note    " + note));
    console.out().println();
    console.out().println("logs    " + environment.runFolder().resolve("logs"));
    console.out().println("ctrl-C ends all of it; from elsewhere: concordat down --all");
    console.out().flush();
  }

  private void line(String name, String address, String what, Duration ready) {
    console
        .out()
        .println(
            String.format(
                "%-18s %-34s %-20s ready in %s", name, address, what, Words.duration(ready)));
  }

  private Verdict watch(Environment environment) throws InterruptedException {
    Optional<Trouble> trouble = environment.trouble();
    while (trouble.isEmpty()) {
      Thread.sleep(LOOK_EVERY);
      trouble = environment.trouble();
    }
    return Troubles.tell(console, List.of(trouble.get()));
  }
}
