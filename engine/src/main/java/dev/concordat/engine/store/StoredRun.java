package dev.concordat.engine.store;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a finished run leaves behind for replay.
///
/// @param workspace the folder that was tested
/// @param variables what the environment was started with beside its own
/// @param against the version that relative budgets were judged against; empty for what they name
public record StoredRun(
    String runId,
    Path workspace,
    long seed,
    Map<String, String> variables,
    Optional<String> against,
    List<StoredIncident> incidents) {
  public StoredRun {
    variables = Map.copyOf(variables);
    incidents = List.copyOf(incidents);
  }

  /// One incident with the case that shows it best.
  public record StoredIncident(
      String id, String rule, String system, String owner, String message, String caseId) {}

  JsonObject toJson() {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    members.put("format", JsonNumber.of(RunStore.FORMAT));
    members.put("run", new JsonString(runId));
    members.put("workspace", new JsonString(workspace.toString()));
    members.put("seed", JsonNumber.of(seed));
    var started = new LinkedHashMap<String, JsonValue>();
    variables.forEach((name, value) -> started.put(name, new JsonString(value)));
    members.put("variables", new JsonObject(started));
    against.ifPresent(version -> members.put("against", new JsonString(version)));
    var list = new ArrayList<JsonValue>();
    for (StoredIncident incident : incidents) {
      Map<String, JsonValue> each = new LinkedHashMap<>();
      each.put("id", new JsonString(incident.id()));
      each.put("rule", new JsonString(incident.rule()));
      each.put("system", new JsonString(incident.system()));
      each.put("owner", new JsonString(incident.owner()));
      each.put("message", new JsonString(incident.message()));
      each.put("case", new JsonString(incident.caseId()));
      list.add(new JsonObject(each));
    }
    members.put("incidents", new JsonArray(list));
    return new JsonObject(members);
  }

  /// Reads what {@link #toJson} wrote; empty for anything else.
  static Optional<StoredRun> of(JsonValue value) {
    if (!(value instanceof JsonObject object) || !text(object, "run").isPresent()) {
      return Optional.empty();
    }
    var variables = new LinkedHashMap<String, String>();
    if (object.member("variables").orElse(null) instanceof JsonObject started) {
      started
          .members()
          .keySet()
          .forEach(name -> variables.put(name, text(started, name).orElse("")));
    }
    var incidents = new ArrayList<StoredIncident>();
    if (object.member("incidents").orElse(null) instanceof JsonArray(List<JsonValue> items)) {
      for (JsonValue item : items) {
        if (item instanceof JsonObject each) {
          incidents.add(
              new StoredIncident(
                  text(each, "id").orElse(""),
                  text(each, "rule").orElse(""),
                  text(each, "system").orElse(""),
                  text(each, "owner").orElse(""),
                  text(each, "message").orElse(""),
                  text(each, "case").orElse("")));
        }
      }
    }
    long seed =
        object.member("seed").orElse(null) instanceof JsonNumber number
            ? number.decimal().longValue()
            : 0;
    return Optional.of(
        new StoredRun(
            text(object, "run").orElse(""),
            Path.of(text(object, "workspace").orElse("")),
            seed,
            variables,
            text(object, "against"),
            incidents));
  }

  private static Optional<String> text(JsonObject object, String name) {
    return object.member(name).orElse(null) instanceof JsonString(String text)
        ? Optional.of(text)
        : Optional.empty();
  }
}
