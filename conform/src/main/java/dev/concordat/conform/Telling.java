package dev.concordat.conform;

import dev.concordat.conform.run.Ledger;
import dev.concordat.conform.talk.Exchange;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.ParameterLocation;
import dev.concordat.contracts.http.ResponseSpec;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.model.conform.ConformReport.Ending;
import dev.concordat.model.conform.Notice;
import dev.concordat.model.conform.OperationCoverage;
import dev.concordat.model.conform.OperationCoverage.Outcome;
import dev.concordat.model.finding.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Says how far each operation was tested, and what the contract's owner can do where it was not.
final class Telling {
  private final OpenApiContract contract;
  private final ConformOptions options;
  private final Ledger ledger;
  private final Sources sources;
  private final Ending ending;

  Telling(
      OpenApiContract contract,
      ConformOptions options,
      Ledger ledger,
      Sources sources,
      Ending ending) {
    this.sources = sources;
    this.ending = ending;
    this.contract = contract;
    this.options = options;
    this.ledger = ledger;
  }

  List<OperationCoverage> coverage() {
    return contract.operations().stream().map(this::coverage).toList();
  }

  private OperationCoverage coverage(HttpOperation operation) {
    return new OperationCoverage(
        operation.id(),
        operation.methodAndPath(),
        operation.place(),
        ledger.requests(operation),
        outcomes(operation),
        untested(operation),
        sources.skipped(operation.id()).stream()
            .distinct()
            .limit(OperationCoverage.MAX_SKIPPED)
            .toList());
  }

  /// Every operation that is not tested, with what to do about it.
  List<Notice> notices() {
    List<Notice> notices = new ArrayList<>();
    for (HttpOperation operation : contract.operations()) {
      String reason = untested(operation);
      if (!reason.isEmpty()) {
        boolean isSkipped = options.skipped().containsKey(operation.id());
        notices.add(
            new Notice(
                isSkipped ? "skipped" : "not-tested",
                operation.id(),
                operation.methodAndPath() + " was not tested: " + reason,
                Optional.of(new Sentence(operation.place(), operation.sourceLine())),
                ""));
      }
    }
    notices.addAll(sources.notices());
    return List.copyOf(notices);
  }

  private List<Outcome> outcomes(HttpOperation operation) {
    Map<Integer, Integer> met = new TreeMap<>(ledger.statuses(operation));
    met.remove(0);
    List<Outcome> outcomes = new ArrayList<>();
    for (ResponseSpec spec : operation.responses()) {
      int count = 0;
      for (Map.Entry<Integer, Integer> each : met.entrySet()) {
        boolean isIts =
            operation.response(each.getKey()).filter(found -> found.equals(spec)).isPresent();
        count += isIts ? each.getValue() : 0;
      }
      outcomes.add(
          new Outcome(spec.status(), true, count, count > 0 ? "" : unreached(operation, spec)));
    }
    met.forEach(
        (status, count) -> {
          if (operation.response(status).isEmpty()) {
            outcomes.add(new Outcome(Integer.toString(status), false, count, ""));
          }
        });
    return outcomes;
  }

  private String unreached(HttpOperation operation, ResponseSpec spec) {
    if (ledger.requests(operation) == 0) {
      return "the operation was not requested";
    }
    return switch (spec.status()) {
      case "200", "201", "202", "204", "2XX" -> untested(operation);
      case "401", "403" ->
          options.credentials().users() < 2
              ? "give credentials of two users (--user) to try what others may not do"
              : "";
      case "409", "412", "423" -> "no request led to this state";
      case "429", "503" -> "nothing is overloaded on purpose";
      default -> spec.status().startsWith("5") ? "the provider did not fail" : "";
    };
  }

  /// Why an operation never answered with a success; empty when it did.
  private String untested(HttpOperation operation) {
    String skipped = options.skipped().get(operation.id());
    if (skipped != null) {
      return "it is skipped: " + skipped;
    }
    if (ledger.hasSucceeded(operation)) {
      return "";
    }
    Map<Integer, Integer> statuses = new TreeMap<>(ledger.statuses(operation));
    if (statuses.isEmpty()) {
      return options.limits().isOnlySafe()
          ? "only safe requests are sent"
          : ending == Ending.COMPLETE
              ? "no request was found that keeps the contract"
              : "the budget ended before";
    }
    for (int status : List.of(401, 403, 404, 400, 422, 415)) {
      Optional<Exchange> valid = ledger.lastValid(operation, status);
      if (valid.isPresent()) {
        return advice(operation, status);
      }
    }
    return "it was answered with "
        + statuses.keySet().stream()
            .map(status -> status == 0 ? "no answer" : Integer.toString(status))
            .collect(Collectors.joining(", "));
  }

  private static String advice(HttpOperation operation, int status) {
    String ids =
        operation.parameters(ParameterLocation.PATH).stream()
            .map(parameter -> "{" + parameter.name() + "}")
            .collect(Collectors.joining(", "));
    return switch (status) {
      case 401, 403 ->
          "it was answered " + status + ": give credentials (--bearer, --basic, --header, --user)";
      case 404 ->
          ids.isEmpty()
              ? "it was answered 404: is the address right, with the path before "
                  + operation.path()
                  + "?"
              : "no valid id for "
                  + ids
                  + ": give an example in the contract, or a value (--values)";
      case 415 -> "none of its media types was accepted";
      default ->
          "every valid request was refused with "
              + status
              + ": give an example in the contract, or values (--values)";
    };
  }
}
