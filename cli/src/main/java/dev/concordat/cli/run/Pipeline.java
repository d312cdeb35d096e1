package dev.concordat.cli.run;

import dev.concordat.cli.console.Console;
import dev.concordat.cli.console.ProgressLines;
import dev.concordat.engine.plan.LinkOptions;
import dev.concordat.engine.plan.PlanOptions;
import dev.concordat.engine.plan.Planner;
import dev.concordat.engine.plan.RunPlan;
import dev.concordat.engine.resilience.Limits;
import dev.concordat.engine.run.Engine;
import dev.concordat.engine.store.RunStore;
import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.environment.home.Home;
import dev.concordat.environment.running.Environment;
import dev.concordat.environment.setup.Setup;
import dev.concordat.environment.setup.reader.SetupReader;
import dev.concordat.model.problem.Problem;
import dev.concordat.model.profile.Profile;
import dev.concordat.model.run.RunReport;
import dev.concordat.model.run.Trouble;
import dev.concordat.model.run.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The product in one method: read → plan → run → judge → tell.
public final class Pipeline {
  /// Where the example is, from the launcher's folder.
  public static final String SHOP = "examples/shop";

  private final Console console;
  private final Installation installation;

  public Pipeline(Console console, Installation installation) {
    this.console = console;
    this.installation = installation;
  }

  /// Tests a workspace and tells the result.
  public Verdict test(TestOptions options) {
    Teller teller = new Teller(console, options);
    Setup setup = SetupReader.read(options.workspace(), installation.variables());
    List<Problem> problems = new ArrayList<>(setup.problems());
    problems.addAll(options.variables().problems(setup));
    if (Troubles.tellProblems(console, setup.root(), problems)) {
      return teller.tellErrors(problems);
    }
    RunPlan plan;
    try {
      plan = Planner.plan(setup, planOptions(options, setup));
    } catch (IOException e) {
      return teller.tellFailure(List.of(cannotWrite(e)));
    }
    if (Troubles.tellProblems(console, setup.root(), plan.problems())) {
      return teller.tellErrors(plan.problems());
    }
    if (plan.cases().isEmpty()) {
      return teller.tellFailure(List.of(NothingToDo.trouble(options, setup)));
    }
    Optional<Trouble> unwritable = teller.unwritable();
    if (unwritable.isPresent()) {
      return teller.tellFailure(List.of(unwritable.get()));
    }
    try {
      Home home = Home.at(installation.home());
      RunReport report = run(home, setup, plan, options, teller);
      return report.verdict();
    } catch (EnvironmentFailure failure) {
      return teller.tellFailure(failure.troubles());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      console.say("interrupted; everything that was started is ended");
      return Verdict.INTERNAL_ERROR;
    } catch (IOException e) {
      return teller.tellFailure(List.of(cannotWrite(e)));
    }
  }

  private RunReport run(Home home, Setup setup, RunPlan plan, TestOptions options, Teller teller)
      throws EnvironmentFailure, InterruptedException, IOException {
    try (ProgressLines progress = new ProgressLines(console, System::nanoTime)) {
      Starting starting = new Starting(installation, home);
      try (Environment environment = starting.start(setup, options.start(), progress)) {
        var versions =
            new StartedVersions(installation, home, setup, starting, options.start(), progress);
        RunReport report = Engine.run(environment, plan, versions, progress);
        progress.clear();
        new RunStore(home.runs()).save(report, plan);
        KeptProfiles.of(installation.home(), setup.root()).keep(report.measures().profiles());
        teller.tell(report, environment.runFolder().resolve("report"));
        return report;
      }
    }
  }

  private PlanOptions planOptions(TestOptions options, Setup setup) throws IOException {
    List<Profile> before = KeptProfiles.of(installation.home(), setup.root()).last();
    PlanOptions plan =
        PlanOptions.all(options.seed())
            .withProofs(options.proofs())
            .withPaths(options.paths())
            .withTags(options.tags())
            .withAgainst(options.against())
            .withLinks(new LinkOptions(Limits.USUAL, before))
            .withVariables(options.variables().toRemember(setup, installation.variables()));
    return options.budget().map(plan::withBudget).orElse(plan);
  }

  private static Trouble cannotWrite(IOException e) {
    return new Trouble(
        Trouble.Kind.ENVIRONMENT,
        "report",
        "cannot be written: " + e,
        "check the folder's permissions and its free space",
        List.of());
  }

  /// The folder of the example shop.
  public Path shop() {
    return installation.root().resolve(SHOP);
  }
}
