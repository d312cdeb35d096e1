package dev.concordat.cli.command;

import dev.concordat.cli.console.Console;
import dev.concordat.cli.console.ProgressLines;
import dev.concordat.cli.run.Installation;
import dev.concordat.cli.run.Pipeline;
import dev.concordat.cli.run.Troubles;
import dev.concordat.engine.plan.PlanOptions;
import dev.concordat.engine.plan.Planner;
import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.environment.home.Home;
import dev.concordat.environment.part.Distribution;
import dev.concordat.environment.running.EnvironmentStarter;
import dev.concordat.environment.setup.reader.SetupReader;
import dev.concordat.model.run.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `concordat train`: what the launcher runs once after a build, so that later starts are quick: it unpacks and prepares the
/// parts, and walks through reading, planning and the commands that only read while the JVM records its ahead-of-time cache.
/// With `--comparing` only the commands that compare, for a cache of their own.
final class TrainCommand implements Command {
  private static final String COMPARING = "--comparing";

  private static final String SERVING = "--serving";

  private final Console console;
  private final Installation installation;

  TrainCommand(Console console, Installation installation) {
    this.console = console;
    this.installation = installation;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Specs.command("train", "Prepare what is made once for a machine.");
    spec.addOption(Specs.flag(COMPARING, "Only commands that compare contracts."));
    spec.addOption(Specs.flag(SERVING, "Only stand-ins."));
    spec.usageMessage().hidden(true);
    return spec;
  }

  @Override
  public Verdict run(ParseResult given) {
    if (given.hasMatchedOption(COMPARING)) {
      return areCommandsTrained(Training.Scope.COMPARING) ? Verdict.HOLDS : Verdict.INTERNAL_ERROR;
    }
    if (given.hasMatchedOption(SERVING)) {
      return areCommandsTrained(Training.Scope.SERVING) ? Verdict.HOLDS : Verdict.INTERNAL_ERROR;
    }
    Path shop = installation.root().resolve(Pipeline.SHOP);
    if (Files.isDirectory(shop)) {
      Planner.plan(SetupReader.read(shop, Map.of()), PlanOptions.all(RunFlags.DEFAULT_SEED));
    }
    if (!areCommandsTrained(Training.Scope.EVERYTHING)) {
      return Verdict.INTERNAL_ERROR;
    }
    try (ProgressLines progress = new ProgressLines(console, System::nanoTime)) {
      new EnvironmentStarter(
              Home.at(installation.home()), new Distribution(installation.parts()), progress)
          .prepare();
      return Verdict.HOLDS;
    } catch (EnvironmentFailure failure) {
      return Troubles.tell(console, failure.troubles());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return Verdict.INTERNAL_ERROR;
    }
  }

  private boolean areCommandsTrained(Training.Scope scope) {
    try {
      return !Training.run(installation, LocalDate.now(ZoneOffset.UTC), scope).isEmpty();
    } catch (IOException e) {
      console.say("concordat: " + e.getMessage());
      return false;
    }
  }
}
