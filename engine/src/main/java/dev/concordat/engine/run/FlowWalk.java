package dev.concordat.engine.run;

import dev.concordat.engine.flow.Budget;
import dev.concordat.engine.flow.Flow;
import dev.concordat.engine.flow.Reference;
import dev.concordat.engine.flow.Scope;
import dev.concordat.engine.flow.Step;
import dev.concordat.engine.flow.UnresolvedException;
import dev.concordat.engine.plan.PlannedCase;
import dev.concordat.model.finding.FlowRules;
import dev.concordat.model.run.CaseResult;
import dev.concordat.model.run.CaseResult.Outcome;
import dev.concordat.model.run.Trouble;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Goes through the steps of a flow.
final class FlowWalk {
  private final Session session;
  private final PlannedCase.OfFlow planned;
  private final Trace trace;
  private final List<Budget> budgets;
  private final Map<String, Duration> durations = new HashMap<>();
  private final List<CaseResult.Step> results = new ArrayList<>();
  private final List<StepOutcome.Blame> broken = new ArrayList<>();
  private Scope scope = new Scope(Map.of(), "");
  private Optional<Trouble> trouble = Optional.empty();

  FlowWalk(Session session, PlannedCase.OfFlow planned, Trace trace) {
    this(session, planned, trace, planned.flow().budget());
  }

  /// A walk that no budget ends.
  static FlowWalk withoutBudgets(Session session, PlannedCase.OfFlow planned, Trace trace) {
    return new FlowWalk(session, planned, trace, List.of());
  }

  private FlowWalk(Session session, PlannedCase.OfFlow planned, Trace trace, List<Budget> budgets) {
    this.budgets = budgets;
    this.session = session;
    this.planned = planned;
    this.trace = trace;
  }

  /// What happened so far, step by step.
  List<CaseResult.Step> results() {
    return results;
  }

  /// How long the answers of the calls took that held, by the step's id.
  Map<String, Duration> durations() {
    return Map.copyOf(durations);
  }

  /// The steps that were not as expected: at most one of the flow's own, and any of those that are always done.
  List<StepOutcome.Blame> broken() {
    return List.copyOf(broken);
  }

  /// Why the flow could not be carried out, if it could not.
  Optional<Trouble> trouble() {
    return trouble;
  }

  /// Puts what is given into the databases and takes the steps, until one is not as expected, while the flow's faults are on
  /// their links; then, without faults, what is always done. No fault is left on a link when this returns.
  ///
  /// @throws SQLException when what is given cannot be stored
  void steps() throws SQLException {
    Flow flow = planned.flow();
    String seed = session.plan().options().seed() + "|" + planned.id();
    scope =
        new GivenData(session.environment(), session.plan().states())
            .insert(flow.given(), new Scope(Map.of("each", planned.row().values()), seed));
    var context =
        FlowContext.begin(session.environment(), session.plan().book(), session.caller(), trace);
    try (var faults = FlowFaults.place(session, planned.faults())) {
      flow.steps().forEach(step -> unlessOver(step, context));
      told(faults);
    }
    flow.always().forEach(step -> always(step, context));
  }

  private void unlessOver(Step step, FlowContext context) {
    if (isOver()) {
      skip(step, "an earlier step did not hold");
    } else {
      take(step, context);
    }
  }

  private boolean isOver() {
    return !broken.isEmpty() || trouble.isPresent();
  }

  /// What is always done may refer to what did not happen; then there is nothing to do.
  private void always(Step step, FlowContext context) {
    try {
      take(step, context);
    } catch (UnresolvedException e) {
      skip(step, e.reference() + " refers to a step that was not taken or did not hold");
    }
  }

  private void take(Step step, FlowContext context) {
    if (!step.heading().when().stream().allMatch(condition -> condition.holds(scope))) {
      skip(step, "its condition does not hold");
      return;
    }
    try (var faults = FlowFaults.place(session, step.heading().faults())) {
      StepOutcome outcome = perform(step, context);
      results.add(new CaseResult.Step(name(step), outcome(outcome), outcome.detail()));
      note(step, outcome);
      told(faults);
    }
  }

  private void skip(Step step, String why) {
    results.add(new CaseResult.Step(name(step), Outcome.SKIPPED, why));
  }

  private void note(Step step, StepOutcome outcome) {
    switch (outcome) {
      case StepOutcome.Held held -> {
        if (!step.heading().id().isEmpty()) {
          scope = scope.with(step.heading().id(), held.result());
        }
      }
      case StepOutcome.Broke broke -> broken.add(broke.blame());
      case StepOutcome.Failed failed -> {
        if (trouble.isEmpty()) {
          trouble =
              Optional.of(
                  new Trouble(
                      Trouble.Kind.INPUT,
                      step.heading().sentence().place().shortForm(),
                      failed.detail(),
                      failed.fix(),
                      List.of()));
        }
      }
    }
  }

  private void told(FlowFaults faults) {
    results.addAll(faults.results());
    if (!isOver()) {
      trouble = faults.unused();
    }
  }

  private StepOutcome perform(Step step, FlowContext context) {
    try {
      return switch (step) {
        case Step.Call call -> call(call, scope, context);
        case Step.Receive receive -> new MessageSteps(context).receive(receive, scope);
        case Step.Never never -> new MessageSteps(context).never(never, scope);
        case Step.Row row -> new RowStep(context).perform(row, scope);
        case Step.Publish publish -> new PublishStep(context).perform(publish, scope);
      };
    } catch (UnresolvedException e) {
      if (!scope.names().containsKey(e.reference().root())) {
        if (isOver()) {
          throw e;
        }
        return new StepOutcome.Failed(
            e.reference() + " refers to a step that was left out, and this step needs it",
            "Give this step the same condition under when.");
      }
      return unresolved(e.reference(), step, context, planned.flow());
    }
  }

  private StepOutcome call(Step.Call call, Scope scope, FlowContext context) {
    var step = new CallStep(context, budgets);
    StepOutcome outcome = step.perform(call, scope);
    if (outcome instanceof StepOutcome.Held) {
      durations.put(call.heading().id(), step.took());
    }
    return outcome;
  }

  /// A later step needs what an earlier one did not see: the system behind the earlier step left it out.
  private StepOutcome unresolved(Reference reference, Step step, FlowContext context, Flow flow) {
    Optional<Step> source =
        flow.allSteps().stream()
            .filter(it -> it.heading().id().equals(reference.root()))
            .findFirst();
    Optional<Blames> blames =
        source.flatMap(
            it ->
                switch (it) {
                  case Step.Call call ->
                      context
                          .book()
                          .operation(call.operation())
                          .map(
                              named ->
                                  Blames.provider(
                                      named.system(),
                                      call.operation(),
                                      context.lastCall(named.system())));
                  case Step.Receive receive ->
                      context
                          .book()
                          .published(receive.message())
                          .map(
                              topic ->
                                  Blames.publisher(
                                      topic.system(), receive.message(), Optional.empty()));
                  default -> Optional.empty();
                });
    String message = reference + " is absent, and this step needs it";
    String pointer = "/" + String.join("/", reference.path()).replaceAll("(^|/)\\d+(?=/|$)", "$1*");
    return blames
        .<StepOutcome>map(
            it ->
                it.broke(
                    FlowRules.UNEXPECTED_VALUE,
                    pointer,
                    message,
                    step.heading().sentence(),
                    "present",
                    "absent"))
        .orElseGet(() -> new StepOutcome.Failed(message, "Mend the reference."));
  }

  private static String name(Step step) {
    return step.heading().id().isEmpty() ? step.title() : step.heading().id() + ": " + step.title();
  }

  private static Outcome outcome(StepOutcome outcome) {
    return switch (outcome) {
      case StepOutcome.Held ignored -> Outcome.HELD;
      case StepOutcome.Broke ignored -> Outcome.BROKE;
      case StepOutcome.Failed ignored -> Outcome.ERROR;
    };
  }
}
