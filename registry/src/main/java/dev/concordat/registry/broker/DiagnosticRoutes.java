package dev.concordat.registry.broker;

import dev.concordat.model.json.JsonObject;
import dev.concordat.registry.http.Answer;
import dev.concordat.registry.http.Route;
import java.util.List;

/// Whether the server answers, and whether its database does.
final class DiagnosticRoutes {
  private DiagnosticRoutes() {}

  static List<Route> routes(Desk desk) {
    return List.of(
        Route.get(
            "/diagnostic/status/heartbeat",
            // Not over the database: a server without one still has a heart.
            asked ->
                Answer.hal(
                    200,
                    new Hal()
                        .put("ok", true)
                        .link("self", Hal.href(asked.base() + "/diagnostic/status/heartbeat"))
                        .json())),
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
