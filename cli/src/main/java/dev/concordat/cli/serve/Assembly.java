package dev.concordat.cli.serve;

import dev.concordat.registry.access.AccessGuard;
import dev.concordat.registry.access.AccessSettings;
import dev.concordat.registry.access.Audit;
import dev.concordat.registry.access.Ownership;
import dev.concordat.registry.access.ScopeTable;
import dev.concordat.registry.access.TokenRoutes;
import dev.concordat.registry.access.Tokens;
import dev.concordat.registry.http.Guard;
import dev.concordat.registry.http.Route;
import dev.concordat.registry.store.Database;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/// Everything that a registry is made of, wired together: its routes, who may use them, and its workers, which end with it.
final class Assembly implements AutoCloseable {
  private final List<Route> routes;
  private final Guard guard;
  private final Tokens tokens;

  private Assembly(List<Route> routes, Guard guard, Tokens tokens) {
    this.routes = List.copyOf(routes);
    this.guard = guard;
    this.tokens = tokens;
  }

  static Assembly of(Database database, AccessSettings access, Clock clock) {
    Tokens tokens = new Tokens(database, clock);
    Audit audit = new Audit(database, clock);
    List<Route> routes = new ArrayList<>();
    routes.add(Heartbeat.route(database));
    routes.addAll(new TokenRoutes(tokens, audit).routes());
    Guard guard =
        new AccessGuard(
            ScopeTable.standard(),
            tokens,
            audit,
            new Ownership(database),
            access,
            System::nanoTime);
    return new Assembly(routes, guard, tokens);
  }

  List<Route> routes() {
    return routes;
  }

  Guard guard() {
    return guard;
  }

  Tokens tokens() {
    return tokens;
  }

  @Override
  public void close() {
    // No workers yet.
  }
}
