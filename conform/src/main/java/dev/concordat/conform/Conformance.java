package dev.concordat.conform;

import dev.concordat.conform.cause.Findings;
import dev.concordat.conform.cause.Findings.Found;
import dev.concordat.conform.learned.Failure;
import dev.concordat.conform.learned.Learned;
import dev.concordat.conform.resource.OperationOrder;
import dev.concordat.conform.retry.Lessons;
import dev.concordat.conform.run.Budget;
import dev.concordat.conform.run.RunEvent;
import dev.concordat.conform.run.Runner;
import dev.concordat.conform.run.Shared;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.model.conform.ConformReport;
import dev.concordat.model.conform.ConformReport.Ending;
import dev.concordat.model.conform.Recalled;
import dev.concordat.wire.redaction.Redactor;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/// Tests one running provider against its contract: the door of the room.
public final class Conformance {
  private final OpenApiContract contract;
  private final ConformOptions options;
  private final Consumer<RunEvent> listener;
  private final Budget budget;

  /// @param listener is told what happens while it happens
  public Conformance(
      OpenApiContract contract, ConformOptions options, Consumer<RunEvent> listener) {
    this.contract = onBasePath(contract, options);
    this.options = options;
    this.listener = listener;
    this.budget = new Budget(options.limits(), System::nanoTime);
  }

  static OpenApiContract onBasePath(OpenApiContract contract, ConformOptions options) {
    return options
        .basePath()
        .map(
            path ->
                new OpenApiContract(
                    contract.file(),
                    contract.title(),
                    contract.version(),
                    contract.specification(),
                    contract.owner(),
                    List.of(path),
                    contract.operations(),
                    contract.webhooks(),
                    contract.problems(),
                    contract.written()))
        .orElse(contract);
  }

  /// Ends the run early, from another thread; {@link #run} then returns what is known so far.
  public void stop() {
    budget.stop();
  }

  private String trouble(String reason) {
    return reason.isEmpty()
        ? ""
        : "no connection to "
            + options.provider()
            + ": "
            + reason
            + ". Is the provider running, and is this its address?";
  }

  private Ending ending(Runner runner) {
    if (budget.isStopped()) {
      return Ending.STOPPED;
    }
    return runner.isComplete() ? Ending.COMPLETE : Ending.BUDGET_SPENT;
  }

  /// Tests the provider, and says what is wrong with it.
  public ConformReport run() {
    return test().report();
  }

  /// What a run says, and what it leaves for the next one.
  public record Tested(ConformReport report, Learned learned, List<Failure> failures) {}

  /// Tests the provider, says what is wrong with it, and what the next run should know.
  public Tested test() {
    Instant started = Instant.now();
    var redactor = new Redactor();
    var lessons = new Lessons(contract, options.known(), redactor);
    var setting = Setting.of(contract, options, budget, listening(lessons), lessons);
    Sources sources = setting.sources();
    Shared shared = setting.shared();
    List<HttpOperation> tested =
        OperationOrder.of(contract, setting.resources()).stream()
            .filter(operation -> !options.skipped().containsKey(operation.id()))
            .toList();
    var runner = new Runner(shared, tested, sources.all(), setting.connections());
    runner.run();
    List<Found> found =
        new Findings(options.provider().toString(), redactor)
            .of(runner.suspects(), shared.refusals());
    Recalled recalled = lessons.recalled(runner.suspects(), sources.retrials());
    Ending ending = ending(runner);
    var telling = new Telling(contract, options, shared.ledger(), sources, ending);
    var report =
        new ConformReport(
            contract.file(),
            contract.title(),
            options.provider() + contract.basePath(),
            options.seed(),
            started,
            budget.took(),
            budget.taken(),
            runner.experiments(),
            found.stream().map(Found::finding).toList(),
            telling.coverage(),
            telling.notices(),
            recalled,
            ending,
            trouble(shared.ledger().trouble()));
    Learned learned =
        lessons.after(sources.explanations().demands(), found, recalled, ending == Ending.COMPLETE);
    return new Tested(report, learned, found.stream().map(Found::failure).toList());
  }

  private Consumer<RunEvent> listening(Lessons lessons) {
    return event -> {
      if (event instanceof RunEvent.Sent(var exchange, var _)) {
        lessons.hear(exchange);
      }
      listener.accept(event);
    };
  }
}
