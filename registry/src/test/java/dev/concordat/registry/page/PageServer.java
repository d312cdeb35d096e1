package dev.concordat.registry.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.registry.TestDatabase;
import dev.concordat.registry.broker.BrokerRoutes;
import dev.concordat.registry.http.Guard;
import dev.concordat.registry.http.RegistryServer;
import dev.concordat.registry.http.Route;
import dev.concordat.registry.http.ServerSettings;
import dev.concordat.registry.notify.IncidentRoutes;
import dev.concordat.registry.notify.Incidents;
import dev.concordat.registry.store.Database;
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

/// A registry with pages over a real database, and a client of it.
record PageServer(Database database, RegistryServer server, HttpClient client)
    implements AutoCloseable {
  static PageServer start() throws Exception {
    Database database = TestDatabase.open();
    return start(database, Guard.OPEN, 0);
  }

  static PageServer start(Database database, Guard guard, int port) {
    Clock clock = Clock.systemUTC();
    List<Route> routes = new ArrayList<>(BrokerRoutes.of(database, clock, new Incidents(clock)));
    routes.replaceAll(route -> route.pattern().equals("/") ? PageRoutes.leading(route) : route);
    routes.addAll(new IncidentRoutes(database, clock).routes());
    routes.addAll(PageRoutes.of(database, clock));
    var settings =
        new ServerSettings(ServerSettings.LOOPBACK.host(), port, ServerSettings.LOOPBACK.maxBody());
    return new PageServer(
        database, RegistryServer.start(settings, routes, guard), HttpClient.newHttpClient());
  }

  /// Puts the systems of the tests into it.
  void shop() {
    assertThat(database.write(Shop::write)).isTrue();
  }

  /// Text without markup, with single spaces.
  static String words(HttpResponse<String> page) {
    return page.body().replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
  }

  HttpResponse<String> get(String target) throws IOException, InterruptedException {
    return send(request(target).build());
  }

  HttpResponse<String> json(String method, String target, String body)
      throws IOException, InterruptedException {
    return send(
        request(target)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build());
  }

  HttpRequest.Builder request(String target) {
    return HttpRequest.newBuilder(URI.create(server.url() + target));
  }

  HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return client.send(request, BodyHandlers.ofString());
  }

  @Override
  public void close() {
    server.close();
    client.close();
    database.close();
  }
}
