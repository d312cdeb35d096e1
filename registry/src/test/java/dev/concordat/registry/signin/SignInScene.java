package dev.concordat.registry.signin;

import dev.concordat.registry.MovingClock;
import dev.concordat.registry.TestDatabase;
import dev.concordat.registry.access.AccessGuard;
import dev.concordat.registry.access.AccessSettings;
import dev.concordat.registry.access.Audit;
import dev.concordat.registry.access.GroupRule;
import dev.concordat.registry.access.Memberships;
import dev.concordat.registry.access.Ownership;
import dev.concordat.registry.access.Scope;
import dev.concordat.registry.access.ScopeTable;
import dev.concordat.registry.access.Sessions;
import dev.concordat.registry.access.Tokens;
import dev.concordat.registry.broker.BrokerRoutes;
import dev.concordat.registry.http.RegistryServer;
import dev.concordat.registry.http.Route;
import dev.concordat.registry.http.ServerSettings;
import dev.concordat.registry.notify.Incidents;
import dev.concordat.registry.page.PageRoutes;
import dev.concordat.registry.page.ReadableRefusals;
import dev.concordat.registry.store.Database;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// An issuer, a registry whose people it knows, and browsers that visit it; ended after each test.
abstract class SignInScene {
  final MovingClock clock = new MovingClock();
  private final List<AutoCloseable> open = new ArrayList<>();
  OidcProvider provider;
  Database database;
  Tokens tokens;

  @BeforeEach
  void start() throws Exception {
    provider = new OidcProvider();
    open.add(provider);
    database = TestDatabase.open();
    open.add(database);
    tokens = new Tokens(database, clock);
  }

  @AfterEach
  void end() throws Exception {
    for (AutoCloseable each : open.reversed()) {
      each.close();
    }
  }

  Visit visit() {
    return visit(Set.of(Scope.READ));
  }

  /// A registry whose people may do this, and a browser that was never there.
  Visit visit(Set<Scope> everybody, String... groups) {
    List<GroupRule> rules =
        Stream.of(groups).flatMap(rule -> GroupRule.parse(rule).stream()).toList();
    var memberships = new Memberships(rules, everybody);
    var settings =
        new OidcSettings(
            URI.create(provider.issuer()),
            OidcProvider.CLIENT,
            Optional.of(OidcProvider.SECRET),
            OidcSettings.USUAL_SCOPES,
            "realm.groups",
            memberships);
    var sessions = new Sessions(database, clock, memberships);
    var audit = new Audit(database, clock);
    var guard =
        new AccessGuard(
            ScopeTable.standard(),
            tokens,
            Optional.of(sessions),
            audit,
            new Ownership(database),
            AccessSettings.TOKENS_ONLY,
            System::nanoTime);
    List<Route> routes = new ArrayList<>(BrokerRoutes.of(database, clock, new Incidents(clock)));
    routes.addAll(PageRoutes.of(database, clock));
    routes.addAll(
        new SignInRoutes(settings, database, sessions, audit, clock, System::nanoTime).routes());
    RegistryServer server =
        RegistryServer.start(ServerSettings.LOOPBACK, routes, new ReadableRefusals(guard, true));
    open.add(server);
    return another(server.url());
  }

  Visit another(String registry) {
    Visit visit = new Visit(registry);
    open.add(visit);
    return visit;
  }

  static String home(HttpResponse<String> answer) {
    URI address = answer.uri();
    return address.getScheme() + "://" + address.getAuthority();
  }
}
