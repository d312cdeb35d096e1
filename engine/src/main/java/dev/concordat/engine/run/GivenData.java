package dev.concordat.engine.run;

import dev.concordat.engine.flow.Given;
import dev.concordat.engine.flow.Scope;
import dev.concordat.engine.flow.State;
import dev.concordat.engine.flow.Template;
import dev.concordat.engine.flow.Templates;
import dev.concordat.environment.running.Environment;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Puts into the databases what a flow takes as given.
final class GivenData {
  private final Environment environment;
  private final Map<String, State> states;
  private final Map<String, JsonValue> shown = new LinkedHashMap<>();

  GivenData(Environment environment, Map<String, State> states) {
    this.environment = environment;
    this.states = states;
  }

  /// Inserts everything and returns the scope in which `$given` shows it.
  Scope insert(List<Given> given, Scope scope) throws SQLException {
    Scope known = scope.with("given", JsonObject.EMPTY);
    for (Given each : given) {
      switch (each) {
        case Given.State named -> state(named, known);
        case Given.Rows rows -> {
          JsonObject first = tables(rows.tables(), known);
          if (!rows.as().isEmpty()) {
            shown.put(rows.as(), first);
          }
        }
      }
      known = scope.with("given", new JsonObject(shown));
    }
    return known;
  }

  private void state(Given.State named, Scope scope) throws SQLException {
    State state = states.get(named.name());
    if (state == null) {
      throw new SQLException("there is no state " + named.name());
    }
    Map<String, JsonValue> parameters = new LinkedHashMap<>();
    parameters.putAll(Templates.fill(state.parameters(), scope).members());
    parameters.putAll(Templates.fill(named.parameters(), scope).members());
    var inner = new Scope(parameters, scope.seed());
    tables(state.tables(), inner);
    shown.put(state.as(), new JsonObject(parameters));
  }

  /// Inserts rows and returns the first as it was stored.
  private JsonObject tables(Map<String, List<Template.Members>> tables, Scope scope)
      throws SQLException {
    JsonObject first = null;
    for (Map.Entry<String, List<Template.Members>> table : tables.entrySet()) {
      int dot = table.getKey().indexOf('.');
      try (Connection connection = environment.connect(table.getKey().substring(0, dot))) {
        for (Template.Members row : table.getValue()) {
          JsonObject stored =
              Rows.insert(
                  connection, table.getKey().substring(dot + 1), Templates.fill(row, scope));
          first = first == null ? stored : first;
        }
      }
    }
    return first == null ? JsonObject.EMPTY : first;
  }
}
