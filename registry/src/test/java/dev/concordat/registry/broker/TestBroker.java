package dev.concordat.registry.broker;

import dev.concordat.registry.TestDatabase;
import dev.concordat.registry.contract.Events;
import dev.concordat.registry.contract.PublishingRules;
import dev.concordat.registry.http.Guard;
import dev.concordat.registry.http.RegistryServer;
import dev.concordat.registry.http.Route;
import dev.concordat.registry.http.ServerSettings;
import dev.concordat.registry.matrix.MatrixRoutes;
import dev.concordat.registry.publication.PublicationRoutes;
import dev.concordat.registry.store.Database;
import dev.concordat.registry.verification.VerificationRoutes;
import dev.concordat.registry.webhook.Outbox;
import dev.concordat.registry.webhook.WebhookRoutes;
import dev.concordat.registry.webhook.WebhookSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// A registry that speaks the Pact dialect over a real database, and a client of it.
public record TestBroker(
    Database database, RegistryServer server, HttpClient client, List<Route> routes)
    implements AutoCloseable {
  public static TestBroker start() throws Exception {
    return start(new Outbox(Clock.systemUTC()));
  }

  static TestBroker start(Events events) throws Exception {
    return start(events, Clock.systemUTC());
  }

  /// One that lives by a clock of its own.
  public static TestBroker start(Clock clock) throws Exception {
    return start(new Outbox(clock), clock);
  }

  static TestBroker start(PublishingRules rules) throws Exception {
    return start(new Outbox(Clock.systemUTC()), Clock.systemUTC(), rules);
  }

  private static TestBroker start(Events events, Clock clock) throws Exception {
    return start(events, clock, PublishingRules.STANDARD);
  }

  private static TestBroker start(Events events, Clock clock, PublishingRules rules)
      throws Exception {
    Database database = TestDatabase.open();
    List<Route> routes = new ArrayList<>(BrokerRoutes.of(database, clock, events, rules));
    routes.addAll(MatrixRoutes.of(database));
    routes.addAll(VerificationRoutes.of(database));
    routes.addAll(new PublicationRoutes(database, clock, events, rules).routes());
    routes.addAll(new WebhookRoutes(database, WebhookSettings.STANDARD, clock).routes());
    return new TestBroker(
        database,
        RegistryServer.start(ServerSettings.LOOPBACK, routes, Guard.OPEN),
        HttpClient.newHttpClient(),
        routes);
  }

  /// Whether a route answers the target; of the dialect's routes some are served by others.
  boolean serves(String target) {
    String path = target.replaceFirst("\\?.*", "");
    return routes.stream()
        .anyMatch(route -> Pattern.matches(route.pattern().replaceAll("\\{\\w+}", "[^/]+"), path));
  }

  HttpResponse<String> send(String method, String target, String body, Map<String, String> headers)
      throws IOException, InterruptedException {
    URI uri = URI.create(server.url() + target.replace("[", "%5B").replace("]", "%5D"));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri).method(method, BodyPublishers.ofString(body));
    headers.forEach(
        (name, value) -> {
          if (!value.isEmpty()) {
            request.header(name, value);
          }
        });
    return client.send(request.build(), BodyHandlers.ofString());
  }

  public HttpResponse<String> get(String target) throws IOException, InterruptedException {
    return send("GET", target, "", Map.of());
  }

  public HttpResponse<String> json(String method, String target, String body)
      throws IOException, InterruptedException {
    return send(method, target, body, Map.of("Content-Type", "application/json"));
  }

  @Override
  public void close() {
    server.close();
    client.close();
    database.close();
  }
}
