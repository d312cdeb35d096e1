package dev.concordat.cli;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/// Takes what a registry sends to its webhooks and channels.
final class MessageTarget {
  private MessageTarget() {}

  /// @param told gets the body of each request, on any thread
  static HttpServer start(Consumer<String> told) throws IOException {
    HttpServer target =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    target.createContext(
        "/",
        exchange -> {
          told.accept(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    target.start();
    return target;
  }

  /// A webhook that sends it the consumer and the version of each pact that is published.
  static String webhook(HttpServer target) {
    return "{\"events\": [{\"name\": \"contract_published\"}], \"request\": {\"method\": \"POST\", \"url\": \"http://localhost:"
        + target.getAddress().getPort()
        + "/\", \"body\": \"${pactbroker.consumerName} ${pactbroker.consumerVersionNumber}\"}}";
  }
}
