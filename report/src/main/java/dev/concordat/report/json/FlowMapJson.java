package dev.concordat.report.json;

import dev.concordat.model.flowmap.ValueHop;
import dev.concordat.model.flowmap.ValuePlace;
import dev.concordat.model.json.JsonValue;

/// The flow map as JSON: one object for each step.
final class FlowMapJson {
  private FlowMapJson() {}

  static JsonValue of(ValueHop hop) {
    return new Members()
        .put("from", place(hop.from()))
        .put("to", place(hop.to()))
        .put("system", hop.system())
        .put("evidence", hop.evidence())
        .put("followed", hop.probed())
        .put("state", hop.state().word())
        .texts("notes", hop.notes())
        .object();
  }

  private static JsonValue place(ValuePlace place) {
    return new Members()
        .put("kind", place.kind().word())
        .put("subject", place.subject())
        .put("at", place.at())
        .object();
  }
}
