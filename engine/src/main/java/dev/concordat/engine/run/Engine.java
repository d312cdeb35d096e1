package dev.concordat.engine.run;

import dev.concordat.engine.judge.Judge;
import dev.concordat.engine.plan.PlannedCase;
import dev.concordat.engine.plan.RunPlan;
import dev.concordat.environment.running.Environment;
import dev.concordat.model.exchange.Exchange;
import dev.concordat.model.finding.ConformRules;
import dev.concordat.model.finding.Finding;
import dev.concordat.model.run.Measures;
import dev.concordat.model.run.Progress;
import dev.concordat.model.run.RunReport;
import dev.concordat.model.run.SystemView;
import dev.concordat.model.run.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Runs a plan in an environment and says what it found. Cases run one after another, so that what a system does without
/// a trace id is still known to belong to the case that is going on.
public final class Engine {
  /// A connection that ends is seen before the process that ended it is gone.
  private static final Duration LAST_WORDS = Duration.ofMillis(300);

  private final Environment environment;
  private final RunPlan plan;
  private final Consumer<Progress> progress;
  private final Confirmation confirmation = new Confirmation();
  private final List<CaseRecord> records = new ArrayList<>();
  private final List<Trouble> troubles = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final Map<String, String> flaky = new LinkedHashMap<>();
  private final Set<String> told = new HashSet<>();
  private final Set<String> standIns;
  private final long start = System.nanoTime();

  private Engine(Environment environment, RunPlan plan, Consumer<Progress> progress) {
    this.environment = environment;
    this.plan = plan;
    this.progress = progress;
    this.notes.addAll(plan.notes());
    this.notes.addAll(environment.notes());
    this.standIns =
        environment.systems().stream()
            .filter(system -> system.kind() == SystemView.Kind.STAND_IN)
            .map(SystemView::name)
            .collect(Collectors.toSet());
  }

  /// Runs every case of the plan. Never throws for what the systems do; troubles and findings are in the report.
  public static RunReport run(Environment environment, RunPlan plan, Consumer<Progress> progress) {
    return run(environment, plan, OtherVersions.NONE, progress);
  }

  /// Runs every case of the plan.
  ///
  /// @param versions starts what relative budgets are judged against
  public static RunReport run(
      Environment environment, RunPlan plan, OtherVersions versions, Consumer<Progress> progress) {
    return new Engine(environment, plan, progress).run(versions, Instant.now());
  }

  private RunReport run(OtherVersions versions, Instant startedAt) {
    String runId = environment.runId();
    Measures measures;
    try (var caller = new HttpCaller()) {
      var ledger = new Ledger(environment.observations());
      var judge = new Judge(plan.book(), environment.setup());
      var session = new Session(environment, plan, judge, caller, ledger, runId);
      var flows = new FlowRunner(session);
      var providers = new ProviderRunner(session);
      var answers = new SeenAnswers(plan.book());
      var links = new LinkRunner(session, answers);
      var timing = new TimingRunner(session, flows, answers);
      var messages = new MessageRunner(session);
      var poison = new PoisonRunner(session, flows);
      var fidelity = new FidelityRunner(session, this::doing);
      try (var contracts = new ContractRunner(session);
          var comparisons = new ComparisonRunner(session, flows, versions)) {
        runCases(
            new Runners(
                flows,
                providers,
                contracts,
                links,
                messages,
                poison,
                timing,
                comparisons,
                fidelity,
                answers,
                new Revival(session)));
        measures =
            new Measures(
                Stream.concat(links.profiles().stream(), messages.profiles().stream()).toList(),
                answers.all(),
                timing.results(),
                comparisons.results(),
                fidelity.map());
      }
      // What another case confirmed is no longer doubtful.
      flaky.keySet().removeIf(confirmation::isConfirmed);
      notes.addAll(flaky.values());
      notes.addAll(fidelity.notes());
      notes.addAll(environment.refusals());
      notes.addAll(environment.strangers());
      records.replaceAll(record -> Latecomers.judged(record, ledger.late(), judge));
    }
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    return Reporting.report(
        environment, plan, runId, startedAt, took, records, troubles, notes, measures);
  }

  /// Who runs which kind of case.
  private record Runners(
      FlowRunner flows,
      ProviderRunner providers,
      ContractRunner contracts,
      LinkRunner links,
      MessageRunner messages,
      PoisonRunner poison,
      TimingRunner timing,
      ComparisonRunner comparisons,
      FidelityRunner fidelity,
      SeenAnswers answers,
      Revival revival) {}

  private void runCases(Runners runners) {
    int done = 0;
    for (PlannedCase planned : plan.cases()) {
      progress.accept(new Progress.Cases(done, plan.cases().size(), planned.name()));
      CaseRecord record = runCase(planned, runners);
      records.add(record);
      runners.answers().add(record.exchanges());
      done++;
    }
    progress.accept(new Progress.Cases(done, plan.cases().size(), ""));
  }

  /// A case that takes long says what it does.
  private void doing(String what) {
    progress.accept(new Progress.Cases(records.size(), plan.cases().size(), what));
  }

  private CaseRecord runCase(PlannedCase planned, Runners runners) {
    Optional<String> obstacle = obstacle(planned);
    if (obstacle.isPresent()) {
      return CaseRecord.skipped(planned, obstacle.get());
    }
    Attempt first = outlived(planned, 1, runners);
    Confirmation.Confirmed confirmed =
        isMeasured(planned)
            ? Confirmation.Confirmed.measured(first)
            : confirmation.confirm(first, () -> outlived(planned, 2, runners));
    confirmed.attempt().trouble().ifPresent(troubles::add);
    confirmed
        .flaky()
        .forEach(finding -> flaky.putIfAbsent(finding.causeKey(), note(planned, finding)));
    tell(confirmed.findings());
    return CaseRecord.over(planned, confirmed.attempt(), confirmed.findings());
  }

  /// A try after which every system runs again, unless one cannot be helped. Experiments on links see to that themselves.
  private Attempt outlived(PlannedCase planned, int number, Runners runners) {
    Attempt attempt = attempt(planned, number, runners);
    boolean isHelped =
        isMeasured(planned)
            && !(planned instanceof PlannedCase.OfFidelity)
            && !(planned instanceof PlannedCase.OfMessages);
    if (attempt.trouble().isEmpty() || isHelped) {
      return attempt;
    }
    Revival.Outlived outlived =
        runners
            .revival()
            .outlive(planned.id(), attempt, number, again -> attempt(planned, again, runners));
    if (!outlived.note().isEmpty()) {
      notes.add(outlived.note());
    }
    return outlived.attempt();
  }

  /// Whether a case repeats itself as often as its verdict takes.
  private static boolean isMeasured(PlannedCase planned) {
    return switch (planned) {
      case PlannedCase.OfLink ignored -> true;
      case PlannedCase.OfPoison ignored -> true;
      case PlannedCase.OfMessages ignored -> true;
      case PlannedCase.OfFidelity ignored -> true;
      case PlannedCase.OfBudget ignored -> true;
      case PlannedCase.OfFlowBudget ignored -> true;
      case PlannedCase.OfComparison ignored -> true;
      case PlannedCase.OfFlowComparison ignored -> true;
      case PlannedCase.OfFlow ignored -> false;
      case PlannedCase.OfContract ignored -> false;
      case PlannedCase.OfProvider ignored -> false;
    };
  }

  private static String note(PlannedCase planned, Finding finding) {
    return "flaky: "
        + planned.name()
        + " showed "
        + finding.rule().id()
        + " once ("
        + finding.message()
        + ") and not again on fresh data; nobody is blamed";
  }

  private Attempt attempt(PlannedCase planned, int number, Runners runners) {
    if (!(planned instanceof PlannedCase.OfContract)) {
      // Cases of one operation share data; every other kind of case has its own.
      runners.contracts().close();
    }
    Attempt attempt =
        switch (planned) {
          case PlannedCase.OfFlow flow -> runners.flows().run(flow, number);
          case PlannedCase.OfProvider provider -> runners.providers().run(provider, number);
          case PlannedCase.OfLink link -> runners.links().run(link);
          case PlannedCase.OfMessages messages -> runners.messages().run(messages);
          case PlannedCase.OfPoison poison -> runners.poison().run(poison);
          case PlannedCase.OfFidelity fidelity -> runners.fidelity().run(fidelity);
          case PlannedCase.OfBudget budget -> runners.timing().run(budget);
          case PlannedCase.OfFlowBudget budget -> runners.timing().run(budget);
          case PlannedCase.OfComparison comparison -> runners.comparisons().run(comparison);
          case PlannedCase.OfFlowComparison comparison -> runners.comparisons().run(comparison);
          case PlannedCase.OfContract contract -> runners.contracts().run(contract, number);
        };
    return withTrouble(withoutStandIns(attempt));
  }

  /// A stand-in is Concordat's own; nobody is to blame for it.
  private Attempt withoutStandIns(Attempt attempt) {
    return attempt.with(
        attempt.findings().stream().filter(it -> !standIns.contains(it.system())).toList(),
        attempt.trouble());
  }

  /// What is seen while a system is going down says nothing about contracts.
  private Attempt withTrouble(Attempt attempt) {
    boolean isSilent =
        attempt.findings().stream().anyMatch(it -> it.rule().equals(ConformRules.NO_ANSWER));
    return (isSilent ? environment.troubleWithin(LAST_WORDS) : environment.trouble())
        .map(trouble -> attempt.with(List.of(), Optional.of(trouble)))
        .orElse(attempt);
  }

  /// Why a case is not tried.
  private Optional<String> obstacle(PlannedCase planned) {
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    if (plan.options().budget().filter(limit -> took.compareTo(limit) > 0).isPresent()) {
      return Optional.of("the time budget was used up");
    }
    Optional<String> standIn = system(planned).filter(standIns::contains);
    if (standIn.isPresent()) {
      return Optional.of(standIn.get() + " is a stand-in made from this very contract");
    }
    Optional<Trouble> dead =
        troubles.stream().filter(trouble -> trouble.kind() == Trouble.Kind.ENVIRONMENT).findFirst();
    return dead.filter(trouble -> needs(planned, trouble.subject()))
        .map(trouble -> trouble.subject() + " is not running any more: " + trouble.message());
  }

  /// A flow may lead anywhere; a contract case needs its system and whatever that calls.
  private boolean needs(PlannedCase planned, String subject) {
    Optional<String> tried = system(planned);
    return tried.isEmpty()
        || environment.setup().system(subject).isEmpty()
        || tried.get().equals(subject)
        || environment
            .setup()
            .system(tried.get())
            .filter(
                system ->
                    system.consumes().stream()
                        .anyMatch(consumption -> consumption.provider().equals(subject)))
            .isPresent();
  }

  /// The one system that a case is about; nothing for a flow.
  private static Optional<String> system(PlannedCase planned) {
    return switch (planned) {
      case PlannedCase.OfFlow ignored -> Optional.empty();
      case PlannedCase.OfFlowBudget ignored -> Optional.empty();
      case PlannedCase.OfFlowComparison ignored -> Optional.empty();
      case PlannedCase.OfComparison it -> Optional.of(it.system());
      case PlannedCase.OfBudget it -> Optional.of(it.system());
      case PlannedCase.OfProvider it -> Optional.of(it.system());
      case PlannedCase.OfLink it -> Optional.of(it.link().consumer());
      case PlannedCase.OfMessages it -> Optional.of(it.topic().system());
      case PlannedCase.OfPoison it -> Optional.of(it.topic().system());
      case PlannedCase.OfFidelity it -> Optional.of(it.system());
      case PlannedCase.OfContract it -> Optional.of(it.content().system());
    };
  }

  private void tell(List<Finding> findings) {
    for (Finding finding : findings) {
      if (told.add(finding.causeKey())) {
        progress.accept(new Progress.Found(finding));
      }
    }
  }

  /// All exchanges of the run's cases, for the map.
  static List<Exchange> exchanges(List<CaseRecord> records) {
    return records.stream().flatMap(record -> record.exchanges().stream()).toList();
  }
}
