package dev.concordat.report.json;

import dev.concordat.model.json.JsonObject;
import dev.concordat.model.run.PartView;
import dev.concordat.model.run.SystemView;
import java.util.List;

/// A running environment as JSON: where everything can be reached.
public final class EnvironmentJson {
  private EnvironmentJson() {}

  /// Systems and parts look as they do in the JSON of a run.
  ///
  /// @param logs the folder of the systems' logs
  public static JsonObject of(
      String runId,
      String logs,
      List<SystemView> systems,
      List<PartView> parts,
      List<String> notes) {
    return new Members()
        .put("format", JsonReport.FORMAT)
        .put("run", runId)
        .put("logs", logs)
        .list("systems", systems, JsonReport::system)
        .list("parts", parts, JsonReport::part)
        .texts("notes", notes)
        .object();
  }
}
