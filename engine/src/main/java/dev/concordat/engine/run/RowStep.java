package dev.concordat.engine.run;

import dev.concordat.engine.flow.Durations;
import dev.concordat.engine.flow.Likeness;
import dev.concordat.engine.flow.Mismatch;
import dev.concordat.engine.flow.PatternJudge;
import dev.concordat.engine.flow.Scope;
import dev.concordat.engine.flow.Step;
import dev.concordat.engine.flow.Templates;
import dev.concordat.environment.setup.Setup;
import dev.concordat.environment.setup.SystemSpec;
import dev.concordat.model.finding.FlowRules;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// Looks at a row until it is as expected, at most as long as the step says.
final class RowStep {
  private final FlowContext context;

  RowStep(FlowContext context) {
    this.context = context;
  }

  StepOutcome perform(Step.Row step, Scope scope) {
    JsonObject where = Templates.fill(step.where(), scope);
    var deadline = new Deadline(step.within());
    try (Connection connection = context.environment().connect(step.part())) {
      while (true) {
        List<JsonObject> rows = Rows.select(connection, step.table(), where);
        StepOutcome outcome = judge(step, scope, where, rows, deadline);
        if (outcome instanceof StepOutcome.Held || deadline.isOver()) {
          return outcome;
        }
        deadline.pause();
      }
    } catch (SQLException e) {
      return new StepOutcome.Failed(
          step.part() + "." + step.table() + " cannot be read: " + e.getMessage(),
          "Check the table's and the columns' names.");
    }
  }

  private StepOutcome judge(
      Step.Row step, Scope scope, JsonObject where, List<JsonObject> rows, Deadline deadline) {
    String name = step.part() + "." + step.table();
    Blames blames = Blames.keeper(keeper(context.environment().setup(), step.part()), name);
    String waited = Durations.text(step.within());
    if (step.isAbsent()) {
      return rows.isEmpty()
          ? new StepOutcome.Held(JsonNull.NULL, "no row")
          : blames.broke(
              FlowRules.ROW_MISMATCH,
              "",
              name + " still has a row with " + where + " after " + waited,
              step.heading().sentence(),
              "no row",
              rows.getFirst().toString());
    }
    if (rows.isEmpty()) {
      return blames.broke(
          FlowRules.ROW_MISSING,
          "",
          name + " has no row with " + where + " after " + waited,
          step.heading().sentence(),
          "a row",
          "none");
    }
    List<Mismatch> nearest = null;
    for (JsonObject row : rows) {
      List<Mismatch> mismatches =
          step.expect()
              .map(it -> PatternJudge.judge(it, "", Optional.of(row), scope, Likeness.COLUMN))
              .orElse(List.of());
      if (mismatches.isEmpty()) {
        return new StepOutcome.Held(row, "after " + deadline.elapsedMillis() + " ms");
      }
      nearest = nearest == null || mismatches.size() < nearest.size() ? mismatches : nearest;
    }
    return blames.broke(FlowRules.ROW_MISMATCH, nearest == null ? List.of() : nearest);
  }

  /// The system that owns a database: the only one that uses it, or the one whose name it bears.
  static String keeper(Setup setup, String part) {
    List<String> users =
        setup.systems().stream()
            .filter(system -> system.needs().stream().anyMatch(need -> need.part().equals(part)))
            .map(SystemSpec::name)
            .toList();
    return users.stream()
        .filter(part::startsWith)
        .findFirst()
        .or(() -> users.stream().findFirst())
        .orElse(part);
  }
}
