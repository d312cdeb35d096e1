package dev.concordat.registry.broker;

import dev.concordat.registry.contract.Events;
import dev.concordat.registry.contract.PublishingRules;
import dev.concordat.registry.http.Route;
import dev.concordat.registry.store.Database;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/// The routes of the Pact dialect, but those of the matrix, of pacts for verification and of webhooks.
public final class BrokerRoutes {
  private BrokerRoutes() {}

  /// All of them, by the rules that hold where nobody says otherwise.
  ///
  /// @param clock when things happen
  /// @param events who is told what happens to contracts
  public static List<Route> of(Database database, Clock clock, Events events) {
    return of(database, clock, events, PublishingRules.STANDARD);
  }

  /// All of them.
  ///
  /// @param clock when things happen
  /// @param events who is told what happens to contracts
  public static List<Route> of(
      Database database, Clock clock, Events events, PublishingRules rules) {
    Desk desk = new Desk(database, clock, events, rules);
    List<Route> routes = new ArrayList<>();
    routes.addAll(Index.routes(desk));
    routes.addAll(SystemRoutes.routes(desk));
    routes.addAll(LabelRoutes.routes(desk));
    routes.addAll(VersionRoutes.routes(desk));
    routes.addAll(TagRoutes.routes(desk));
    routes.addAll(BranchRoutes.routes(desk));
    routes.addAll(EnvironmentRoutes.routes(desk));
    routes.addAll(DeploymentRoutes.routes(desk));
    routes.addAll(PublishRoutes.routes(desk));
    routes.addAll(PactRoutes.routes(desk));
    routes.addAll(PactListRoutes.routes(desk));
    routes.addAll(ResultRoutes.routes(desk));
    routes.addAll(DiffRoutes.routes(desk));
    routes.addAll(IntegrationRoutes.routes(desk));
    routes.addAll(DashboardRoutes.routes(desk));
    routes.addAll(ProviderStateRoutes.routes(desk));
    routes.addAll(BadgeRoutes.routes(desk));
    routes.addAll(Metrics.routes(desk));
    routes.addAll(DiagnosticRoutes.routes(desk));
    routes.addAll(DocRoutes.routes());
    return List.copyOf(routes);
  }
}
