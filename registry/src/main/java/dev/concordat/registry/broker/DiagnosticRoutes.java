package dev.concordat.registry.broker;

import dev.concordat.model.json.JsonObject;
import dev.concordat.registry.http.Answer;
import dev.concordat.registry.http.Route;
import java.util.List;

/// Whether the database answers. Whether the server does is told by whoever starts it.
final class DiagnosticRoutes {
  private DiagnosticRoutes() {}

  static List<Route> routes(Desk desk) {
    return List.of(
        Route.get(
            "/diagnostic/status/dependencies",
            asked -> {
              boolean answers = desk.database().answers();
              JsonObject status =
                  new Hal()
                      .put("database", new Hal().put("ok", answers).json())
                      .link("self", Hal.href(asked.base() + "/diagnostic/status/dependencies"))
                      .json();
              return Answer.hal(answers ? 200 : 500, status);
            }));
  }
}
