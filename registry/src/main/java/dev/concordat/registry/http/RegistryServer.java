package dev.concordat.registry.http;

import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http1.Http1Config;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The server of a registry. Each request has a virtual thread of its own.
public final class RegistryServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RegistryServer.class);
  private static final Duration GRACE = Duration.ofSeconds(3);
  private static final String CANNOT_LISTEN = "Failed to start server";

  private final WebServer server;
  private final String host;

  private RegistryServer(WebServer server, String host) {
    this.server = server;
    this.host = host;
  }

  /// Listens.
  ///
  /// @throws IllegalStateException when the address is taken or not of this machine
  public static RegistryServer start(ServerSettings settings, List<Route> routes, Guard guard) {
    return start(
        settings, routes, guard, (request, failure) -> LOG.error("{} failed", request, failure));
  }

  /// The same.
  ///
  /// @param failed is told of requests that failed by a mistake of ours
  public static RegistryServer start(
      ServerSettings settings,
      List<Route> routes,
      Guard guard,
      BiConsumer<String, Throwable> failed) {
    // The web server only logs that it cannot listen, and looks as if it were running.
    tryAddress(settings);
    Exchange exchange = new Exchange(new Router(routes), guard, settings.maxBody(), failed);
    WebServer server =
        WebServer.builder()
            .host(settings.host())
            .port(settings.port())
            .shutdownHook(false)
            .shutdownGracePeriod(GRACE)
            .maxPayloadSize(settings.maxBody())
            // Else the end of a large answer waits for the client to confirm its beginning: 40 ms.
            .connectionOptions(socket -> socket.tcpNoDelay(true))
            // Clients of the Pact dialect send brackets as they are; what cannot be decoded is
            // refused by us.
            .addProtocol(Http1Config.builder().validatePrologue(false).build())
            .routing(routing -> routing.any(exchange::handle))
            .build()
            .start();
    if (!server.isRunning() || server.port() <= 0) {
      server.stop();
      throw new IllegalStateException(CANNOT_LISTEN);
    }
    return new RegistryServer(server, settings.host());
  }

  private static void tryAddress(ServerSettings settings) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(settings.host(), settings.port()));
    } catch (IOException e) {
      throw new IllegalStateException(CANNOT_LISTEN, e);
    }
  }

  public int port() {
    return server.port();
  }

  /// Where it answers, without a slash at the end.
  public String url() {
    return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port();
  }

  /// An error in the shape of the Pact dialect: `{"error": …}`.
  public static Answer error(int status, String message) {
    return Answer.json(
        status, Answer.JSON, JsonObject.EMPTY.with("error", new JsonString(message)));
  }

  @Override
  public void close() {
    server.stop();
  }
}
