package dev.concordat.contracts.pact.mock;

import dev.concordat.contracts.pact.Mismatch;
import dev.concordat.contracts.pact.PactInteraction;
import java.util.ArrayList;
import java.util.List;

/// How a consumer's test against a mock went. Only when it went well may its pact be written.
///
/// @param receptions every request, in the order in which they came
/// @param missing interactions that the consumer never used
/// @param failures messages that the consumer could not handle
public record MockReport(
    List<Reception> receptions, List<PactInteraction> missing, List<Failure> failures) {
  public MockReport {
    receptions = List.copyOf(receptions);
    missing = List.copyOf(missing);
    failures = List.copyOf(failures);
  }

  /// A message that the consumer's handler refused.
  public record Failure(PactInteraction interaction, Throwable cause) {}

  public boolean isOk() {
    return missing.isEmpty()
        && failures.isEmpty()
        && receptions.stream().allMatch(Reception.Expected.class::isInstance);
  }

  /// Requests to a method and path that no interaction has.
  public List<Reception.Unexpected> unexpected() {
    return receptions.stream()
        .filter(Reception.Unexpected.class::isInstance)
        .map(Reception.Unexpected.class::cast)
        .toList();
  }

  /// Everything in which requests differed from the interactions nearest to them.
  public List<Mismatch> mismatches() {
    return receptions.stream()
        .filter(Reception.Differing.class::isInstance)
        .flatMap(reception -> ((Reception.Differing) reception).mismatches().stream())
        .toList();
  }

  /// What went wrong, a line for each thing.
  public List<String> told() {
    var lines = new ArrayList<String>();
    receptions.stream().map(Reception::told).filter(line -> !line.isEmpty()).forEach(lines::add);
    missing.forEach(it -> lines.add("'" + it.description() + "' was expected but never happened"));
    failures.forEach(
        failure ->
            lines.add(
                "'"
                    + failure.interaction().description()
                    + "' was not handled: "
                    + failure.cause().getMessage()));
    return List.copyOf(lines);
  }
}
