package dev.concordat.wire.fault;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.exchange.Exchange;
import dev.concordat.model.exchange.HttpExchange;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.link.LinkName;
import dev.concordat.wire.authority.Authority;
import dev.concordat.wire.capture.EventLoops;
import dev.concordat.wire.capture.Wiring;
import dev.concordat.wire.http.HttpLink;
import dev.concordat.wire.http.LinkSettings;
import dev.concordat.wire.http.LinkTls;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A provider, a link to it, and what the link tells.
final class FaultStage implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 20_000;

  final Provider provider = new Provider();
  final HttpLink link;
  private final LinkedBlockingQueue<Exchange> seen = new LinkedBlockingQueue<>();

  FaultStage(EventLoops loops) throws IOException {
    link =
        HttpLink.open(
            new LinkName("orders", "payments"), provider.address(), Wiring.of(loops, seen::add));
  }

  /// A link that speaks TLS with its consumers.
  FaultStage(EventLoops loops, Authority authority) throws IOException {
    LinkSettings settings =
        LinkSettings.of(new Disturbances(1)).with(LinkTls.shown(authority, "127.0.0.1"));
    link =
        HttpLink.open(
            new LinkName("orders", "payments"),
            provider.address(),
            Wiring.of(loops, seen::add),
            settings);
  }

  PlacedFault set(String rule) {
    return link.disturbances().add(rule(rule));
  }

  static FaultRule rule(String written) {
    return RuleText.read((JsonObject) JsonParser.parse(written).value().orElseThrow());
  }

  Socket consumer() throws IOException {
    var socket = new Socket();
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.setTcpNoDelay(true);
    InetSocketAddress address = link.address();
    socket.connect(address, PATIENCE_MILLIS);
    return socket;
  }

  /// Sends requests and reads until the connection ends.
  String said(String requests) throws IOException {
    try (Socket socket = consumer()) {
      say(socket, requests);
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    }
  }

  static void say(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(ISO_8859_1));
  }

  static String hear(Socket socket, int bytes) throws IOException {
    return new String(socket.getInputStream().readNBytes(bytes), ISO_8859_1);
  }

  /// The next exchange that is told.
  HttpExchange exchange() throws InterruptedException {
    Exchange next = seen.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    if (next instanceof HttpExchange http) {
      return http;
    }
    throw new AssertionError("no exchange was told");
  }

  @Override
  public void close() throws IOException {
    link.close();
    provider.close();
  }
}
