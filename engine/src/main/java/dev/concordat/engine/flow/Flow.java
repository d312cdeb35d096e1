package dev.concordat.engine.flow;

import dev.concordat.model.json.JsonObject;
import dev.concordat.model.place.Place;
import java.util.List;
import java.util.stream.Stream;

/// A journey over several systems, as read from `*.flow.yaml`.
///
/// @param file relative to the workspace
/// @param name what a person calls it
/// @param tags such as {@link #CRITICAL}
/// @param given what is there before the first step
/// @param rows the `each` table: every row is a case of its own; one empty row where there is no table
/// @param always what is done after the steps, whatever became of them
/// @param faults those that are on together while the steps are taken
/// @param eachFault those of which each makes a case of its own
/// @param budget limits on the time of steps
public record Flow(
    String file,
    String name,
    List<String> tags,
    List<Given> given,
    List<Row> rows,
    List<Step> steps,
    List<Step> always,
    List<FlowFault> faults,
    List<FlowFault> eachFault,
    List<Budget> budget,
    Place place) {
  /// Flows with this tag run first and lead the report.
  public static final String CRITICAL = "critical";

  /// A row of the `each` table.
  ///
  /// @param label what tells it from the others; empty where there is no table
  public record Row(String label, JsonObject values) {}

  public Flow {
    tags = List.copyOf(tags);
    given = List.copyOf(given);
    rows = List.copyOf(rows);
    steps = List.copyOf(steps);
    always = List.copyOf(always);
    faults = List.copyOf(faults);
    eachFault = List.copyOf(eachFault);
    budget = List.copyOf(budget);
  }

  /// The steps, and behind them what is always done.
  public List<Step> allSteps() {
    return Stream.concat(steps.stream(), always.stream()).toList();
  }

  /// Whether links are disturbed while it runs.
  public boolean isDisturbed() {
    return !faults.isEmpty()
        || !eachFault.isEmpty()
        || allSteps().stream().anyMatch(step -> !step.heading().faults().isEmpty());
  }

  public boolean isCritical() {
    return tags.contains(CRITICAL);
  }

  /// The same journey with other budgets.
  public Flow withBudget(List<Budget> other) {
    return new Flow(file, name, tags, given, rows, steps, always, faults, eachFault, other, place);
  }
}
