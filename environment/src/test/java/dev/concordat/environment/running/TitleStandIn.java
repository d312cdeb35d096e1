package dev.concordat.environment.running;

import com.sun.net.httpserver.HttpServer;
import dev.concordat.contracts.asyncapi.AsyncApiContract;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.wire.capture.EventLoops;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/// Answers every request with the title of its contract.
record TitleStandIn(HttpServer server) implements StandInOpener.Opened {

  /// Opens them, whatever the contract.
  static StandInOpener opener() {
    return new StandInOpener() {
      @Override
      public Opened open(OpenApiContract contract, EventLoops loops) throws IOException {
        return speaking(contract.title());
      }

      @Override
      public Opened open(AsyncApiContract contract, String bootstrap, EventLoops loops)
          throws IOException {
        return speaking(contract.title());
      }
    };
  }

  private static StandInOpener.Opened speaking(String text) throws IOException {
    byte[] title = text.getBytes(StandardCharsets.UTF_8);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, title.length);
          exchange.getResponseBody().write(title);
          exchange.close();
        });
    server.start();
    return new TitleStandIn(server);
  }

  @Override
  public InetSocketAddress address() {
    return server.getAddress();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
