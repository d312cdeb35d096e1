package dev.concordat.engine.flow;

import dev.concordat.model.json.JsonObject;
import dev.concordat.model.place.Place;
import java.util.List;

/// A journey over several systems, as read from `*.flow.yaml`.
///
/// @param file relative to the workspace
/// @param name what a person calls it
/// @param tags such as {@link #CRITICAL}
/// @param given what is there before the first step
/// @param rows the `each` table: every row is a case of its own; one empty row where there is no table
/// @param budget limits on the time of steps
public record Flow(
    String file,
    String name,
    List<String> tags,
    List<Given> given,
    List<Row> rows,
    List<Step> steps,
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
    budget = List.copyOf(budget);
  }

  public boolean isCritical() {
    return tags.contains(CRITICAL);
  }
}
