package dev.concordat.conform;

import dev.concordat.conform.Sources.Extent;
import dev.concordat.conform.cause.Findings;
import dev.concordat.conform.check.Checks;
import dev.concordat.conform.experiment.Ground;
import dev.concordat.conform.experiment.Judge;
import dev.concordat.conform.memory.Remembered;
import dev.concordat.conform.plain.Dictionary;
import dev.concordat.conform.plain.PathGround;
import dev.concordat.conform.resource.OperationOrder;
import dev.concordat.conform.resource.Resources;
import dev.concordat.conform.run.Budget;
import dev.concordat.conform.run.RunEvent;
import dev.concordat.conform.run.Runner;
import dev.concordat.conform.run.Shared;
import dev.concordat.conform.talk.Recollection;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.openapi.Routes;
import dev.concordat.model.conform.ConformReport;
import dev.concordat.model.conform.ConformReport.Ending;
import dev.concordat.wire.caller.Caller;
import dev.concordat.wire.capture.CaptureLimits;
import dev.concordat.wire.redaction.Redactor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/// Tests one running provider against its contract: the door of the room.
public final class Conformance {
  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);

  private final OpenApiContract contract;
  private final ConformOptions options;
  private final Consumer<RunEvent> listener;
  private final Budget budget;
  private final Extent extent;

  /// @param listener is told what happens while it happens
  public Conformance(
      OpenApiContract contract, ConformOptions options, Consumer<RunEvent> listener) {
    this(contract, options, listener, Extent.EVERYTHING);
  }

  private Conformance(
      OpenApiContract contract,
      ConformOptions options,
      Consumer<RunEvent> listener,
      Extent extent) {
    this.contract = onBasePath(contract, options);
    this.options = options;
    this.listener = listener;
    this.budget = new Budget(options.limits(), System::nanoTime);
    this.extent = extent;
  }

  /// A run that tries only what requests do to each other, for those who judge single requests themselves.
  public static Conformance ofSequences(OpenApiContract contract, ConformOptions options) {
    return new Conformance(contract, options, event -> {}, Extent.SEQUENCES);
  }

  private static OpenApiContract onBasePath(OpenApiContract contract, ConformOptions options) {
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
    Instant started = Instant.now();
    Resources resources = Resources.of(contract);
    Recollection memory = new Dictionary(options.values(), new Remembered(contract));
    Judge judge = Checks.of(contract, options.limits().slowerThan());
    Ground ground = new PathGround(resources, new Routes(contract));
    Sources sources = Sources.of(contract, options, extent, ground, judge);
    var shared =
        new Shared(contract, options.limits(), budget, options.credentials(), memory, listener);
    List<HttpOperation> tested =
        OperationOrder.of(contract, resources).stream()
            .filter(operation -> !options.skipped().containsKey(operation.id()))
            .toList();
    var runner =
        new Runner(
            shared,
            tested,
            sources.all(),
            () -> new Caller(options.provider(), CONNECT_LIMIT, CaptureLimits.DEFAULT));
    runner.run();
    var findings = new Findings(options.provider().toString(), new Redactor());
    var telling = new Telling(contract, options, shared.ledger(), sources);
    return new ConformReport(
        contract.file(),
        contract.title(),
        options.provider() + contract.basePath(),
        options.seed(),
        started,
        budget.took(),
        budget.taken(),
        runner.experiments(),
        findings.of(runner.suspects(), shared.refusals()),
        telling.coverage(),
        telling.notices(),
        ending(runner),
        trouble(shared.ledger().trouble()));
  }
}
