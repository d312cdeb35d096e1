package dev.concordat.cli.serve;

import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonObject;
import dev.concordat.registry.http.Answer;
import dev.concordat.registry.http.Route;
import dev.concordat.registry.store.Database;

/// Whether the registry lives, for whatever watches it.
final class Heartbeat {
  private static final int UNAVAILABLE = 503;

  private Heartbeat() {}

  static Route route(Database database) {
    return Route.get(
        "/diagnostic/status/heartbeat",
        _ -> {
          boolean isAlive = database.answers();
          return Answer.hal(
              isAlive ? 200 : UNAVAILABLE, JsonObject.EMPTY.with("ok", JsonBoolean.of(isAlive)));
        });
  }
}
