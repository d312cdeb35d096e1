package dev.concordat.engine.run;

import dev.concordat.engine.plan.PlanOptions;
import dev.concordat.engine.plan.Planner;
import dev.concordat.engine.plan.RunPlan;
import dev.concordat.engine.store.RunStore;
import dev.concordat.environment.running.Environment;
import dev.concordat.environment.setup.Setup;
import dev.concordat.model.finding.Incident;
import dev.concordat.model.run.Progress;
import dev.concordat.model.run.RunReport;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Runs the one case again that shows an incident best, with the seed and the variables of its run.
public final class Replay {
  private final RunStore.Found found;

  private Replay(RunStore.Found found) {
    this.found = found;
  }

  /// What replaying says.
  ///
  /// @param isStillBroken whether the same incident was found again
  public record Outcome(boolean isStillBroken, RunReport report) {}

  /// The incidents that an id, or its first digits, may mean; the newest first.
  public static List<Replay> of(RunStore store, String idPrefix) throws IOException {
    return store.find(idPrefix).stream().map(Replay::new).toList();
  }

  /// What was found then: the incident, and its run with the folder and the variables to start with.
  public RunStore.Found found() {
    return found;
  }

  /// The plan with that case alone. Empty when the contracts or flows no longer lead to it.
  public Optional<RunPlan> plan(Setup setup) {
    PlanOptions options =
        PlanOptions.all(found.run().seed())
            .withProofs(PlanOptions.EVERY_PROOF)
            .withVariables(found.run().variables())
            .withAgainst(found.run().against())
            .withCases(Set.of(found.incident().caseId()));
    return Optional.of(Planner.plan(setup, options)).filter(plan -> !plan.cases().isEmpty());
  }

  /// Runs the case again.
  ///
  /// @param versions starts what relative budgets are judged against
  public Outcome run(
      Environment environment, RunPlan plan, OtherVersions versions, Consumer<Progress> progress) {
    RunReport report = Engine.run(environment, plan, versions, progress);
    boolean isStillBroken =
        report.incidents().stream().map(Incident::id).anyMatch(found.incident().id()::equals)
            || report.incidents().stream()
                .anyMatch(
                    it ->
                        it.main().rule().id().equals(found.incident().rule())
                            && it.main().system().equals(found.incident().system()));
    return new Outcome(isStillBroken, report);
  }
}
