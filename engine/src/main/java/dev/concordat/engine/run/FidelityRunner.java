package dev.concordat.engine.run;

import dev.concordat.cases.ContractCase;
import dev.concordat.engine.fidelity.Acceptance;
import dev.concordat.engine.fidelity.FidelityExperiment;
import dev.concordat.engine.fidelity.Followed;
import dev.concordat.engine.fidelity.Limits;
import dev.concordat.engine.fidelity.Operation;
import dev.concordat.engine.plan.PlanOptions;
import dev.concordat.engine.plan.PlannedCase;
import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.model.exchange.Exchange;
import dev.concordat.model.finding.Finding;
import dev.concordat.model.finding.Proof;
import dev.concordat.model.flowmap.FlowMap;
import dev.concordat.model.run.CaseResult;
import dev.concordat.model.run.CaseResult.Outcome;
import dev.concordat.model.run.Trouble;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// Follows the values of operations through the environment, and draws the map of all that it learns.
final class FidelityRunner {
  private final Session session;
  private final Consumer<String> progress;
  private final Set<String> notes = new LinkedHashSet<>();
  private FlowMap map = FlowMap.NONE;

  /// @param progress is told what is going on
  FidelityRunner(Session session, Consumer<String> progress) {
    this.session = session;
    this.progress = progress;
  }

  /// Which place carries which value onwards.
  FlowMap map() {
    return map;
  }

  /// What showed once and not again.
  List<String> notes() {
    return List.copyOf(notes);
  }

  Attempt run(PlannedCase.OfFidelity planned) {
    long start = System.nanoTime();
    try {
      Followed followed = followed(planned);
      map = map.with(followed.map());
      followed.notes().stream().filter(it -> it.startsWith("flaky:")).forEach(notes::add);
      return Attempt.over(
          findings(planned, followed),
          List.of(step(planned, followed)),
          exchanges(followed),
          start);
    } catch (EnvironmentFailure failure) {
      return Attempt.failed(failure.troubles().getFirst(), start);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Attempt.failed(
          new Trouble(
              Trouble.Kind.CONCORDAT, "concordat", "the run was interrupted", "", List.of()),
          start);
    }
  }

  private Followed followed(PlannedCase.OfFidelity planned)
      throws EnvironmentFailure, InterruptedException {
    ContractCase first = planned.bases().getFirst();
    var operation =
        new Operation(
            planned.system(),
            planned.contract(),
            first.operation(),
            planned.bases().stream().map(ContractCase::request).toList());
    try (var journey = new FidelityJourney(session, planned.system(), planned.id())) {
      return experiment(journey).follow(operation);
    }
  }

  private FidelityExperiment experiment(FidelityJourney journey) {
    return new FidelityExperiment(
        journey,
        new BookRoles(session.plan().book(), session.environment().setup(), session.judge()),
        limits(session.plan().options()),
        accepted(),
        session.plan().options().seed(),
        progress);
  }

  /// More where somebody asks for this alone: by the proof, or by the replay of a case.
  private static Limits limits(PlanOptions options) {
    boolean isAlone = options.proofs().equals(Set.of(Proof.FIDELITY)) || !options.cases().isEmpty();
    return isAlone ? Limits.ALONE : Limits.BESIDE_OTHERS;
  }

  private List<Acceptance> accepted() {
    return session.environment().setup().accepted().stream()
        .map(it -> new Acceptance(it.path(), it.transformation(), it.owner(), it.reason()))
        .toList();
  }

  private static List<Finding> findings(PlannedCase.OfFidelity planned, Followed followed) {
    return followed.damages().stream()
        .flatMap(damage -> DamageFinding.of(planned, damage).stream())
        .toList();
  }

  private static List<Exchange> exchanges(Followed followed) {
    Set<Exchange> shown = new LinkedHashSet<>();
    followed.damages().forEach(damage -> shown.addAll(damage.shown()));
    return shown.isEmpty() ? followed.seen() : List.copyOf(shown);
  }

  private static CaseResult.Step step(PlannedCase.OfFidelity planned, Followed followed) {
    Outcome outcome =
        !followed.damages().isEmpty()
            ? Outcome.BROKE
            : followed.map().isEmpty() ? Outcome.SKIPPED : Outcome.HELD;
    int hops = followed.map().hops().size();
    long changed = followed.damages().size();
    List<String> said = new ArrayList<>();
    said.add(hops == 1 ? "1 step of values learned" : hops + " steps of values learned");
    said.add(followed.requests() + " requests");
    if (changed > 0) {
      said.add(changed == 1 ? "1 way changes values" : changed + " ways change values");
    }
    said.addAll(followed.notes());
    return new CaseResult.Step(planned.operation(), outcome, String.join("; ", said));
  }
}
