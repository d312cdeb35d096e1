package dev.concordat.registry.together;

import dev.concordat.registry.broker.BrokerRoutes;
import dev.concordat.registry.contract.Events;
import dev.concordat.registry.contract.Notice;
import dev.concordat.registry.http.Guard;
import dev.concordat.registry.http.RegistryServer;
import dev.concordat.registry.http.Route;
import dev.concordat.registry.http.ServerSettings;
import dev.concordat.registry.notify.CommitStatuses;
import dev.concordat.registry.notify.IncidentRoutes;
import dev.concordat.registry.notify.Incidents;
import dev.concordat.registry.store.Database;
import dev.concordat.registry.store.DatabaseAddress;
import dev.concordat.registry.webhook.DeliveryWorker;
import dev.concordat.registry.webhook.Outbox;
import dev.concordat.registry.webhook.WebhookRoutes;
import dev.concordat.registry.webhook.WebhookSettings;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/// One registry server with its worker, on a database that others use, too.
record OneOfTwo(Database database, RegistryServer server, DeliveryWorker worker)
    implements AutoCloseable {
  private static final WebhookSettings LOCAL =
      WebhookSettings.STANDARD.withHosts(List.of("localhost"), true);

  static OneOfTwo start(DatabaseAddress address) throws Exception {
    Clock clock = Clock.systemUTC();
    Database database = Database.open(address);
    Events outbox = new Outbox(clock);
    Events incidents = new Incidents(clock);
    Events commits = new CommitStatuses(clock);
    Events events =
        (handle, event) -> {
          List<Notice> notices = new ArrayList<>(outbox.happened(handle, event));
          notices.addAll(incidents.happened(handle, event));
          notices.addAll(commits.happened(handle, event));
          return notices;
        };
    List<Route> routes = new ArrayList<>(BrokerRoutes.of(database, clock, events));
    routes.addAll(new WebhookRoutes(database, LOCAL, clock).routes());
    routes.addAll(new IncidentRoutes(database, clock).routes());
    return new OneOfTwo(
        database,
        RegistryServer.start(ServerSettings.LOOPBACK, routes, Guard.OPEN),
        DeliveryWorker.start(database, LOCAL, clock, _ -> {}));
  }

  @Override
  public void close() {
    worker.close();
    server.close();
    database.close();
  }
}
