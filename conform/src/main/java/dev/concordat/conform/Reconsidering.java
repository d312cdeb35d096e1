package dev.concordat.conform;

import dev.concordat.conform.cause.Again.Outcome;
import dev.concordat.conform.experiment.Experiment;
import dev.concordat.conform.learned.Failure;
import dev.concordat.conform.learned.Learned;
import dev.concordat.conform.resource.OperationOrder;
import dev.concordat.conform.resource.Role;
import dev.concordat.conform.retry.Lessons;
import dev.concordat.conform.run.Budget;
import dev.concordat.conform.run.Rerun;
import dev.concordat.conform.run.RunEvent;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.model.conform.Recalled.Now;
import dev.concordat.wire.redaction.Redactor;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Tries one thing again that an earlier run found, by itself: the same requests as the same users, judged by the same rule.
public final class Reconsidering {
  private final OpenApiContract contract;
  private final ConformOptions options;
  private final Consumer<RunEvent> listener;

  /// @param options with the seed of the run that found it
  /// @param listener is told of every request
  public Reconsidering(
      OpenApiContract contract, ConformOptions options, Consumer<RunEvent> listener) {
    this.contract = Conformance.onBasePath(contract, options);
    this.options = options;
    this.listener = listener;
  }

  /// How it is now. {@link Now#NOT_TRIED} where the contract does not have it any more, or where what it needs could not be
  /// made.
  public Now of(Failure failure) {
    ConformOptions own = options.with(Learned.of(failure));
    var lessons = new Lessons(contract, own.known(), new Redactor());
    var budget = new Budget(own.limits(), System::nanoTime);
    Setting setting = Setting.of(contract, own, budget, listener, lessons);
    Optional<HttpOperation> operation =
        contract.operations().stream()
            .filter(each -> failure.experiment().startsWith(each.id() + "/"))
            .findFirst();
    Optional<Experiment> again = setting.sources().retrials().again(failure);
    if (operation.isEmpty() || again.isEmpty()) {
      return Now.NOT_TRIED;
    }
    new Rerun(setting.shared(), setting.connections())
        .of(again.get(), needed(operation.get(), setting), setting.sources().reach());
    Outcome outcome = setting.sources().retrials().outcome(failure);
    return switch (outcome) {
      case SEEN -> Now.BROKEN;
      case NOT_SEEN -> Now.FIXED;
      case NOT_REACHED -> Now.NOT_TRIED;
    };
  }

  /// What creates the things that its path names.
  private List<HttpOperation> needed(HttpOperation operation, Setting setting) {
    Set<HttpOperation> creating =
        operation.path().parameterNames().stream()
            .flatMap(name -> setting.resources().named(operation, name).stream())
            .flatMap(resource -> resource.operation(Role.CREATE).stream())
            .filter(other -> !other.equals(operation))
            .collect(Collectors.toSet());
    return OperationOrder.of(contract, setting.resources()).stream()
        .filter(creating::contains)
        .toList();
  }
}
