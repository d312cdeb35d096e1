package dev.concordat.wire.http;

import dev.concordat.model.exchange.Exchange;
import dev.concordat.model.exchange.HttpExchange;
import dev.concordat.model.link.LinkName;
import dev.concordat.wire.capture.CaptureLimits;
import dev.concordat.wire.capture.EventLoops;
import dev.concordat.wire.capture.ExchangeIds;
import dev.concordat.wire.capture.Wiring;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A provider's socket, a link to it, and what the link tells.
final class Stage implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 20_000;

  final ServerSocket provider;
  final HttpLink link;
  final List<Exchange> seen = new CopyOnWriteArrayList<>();

  Stage(EventLoops loops) throws IOException {
    this(loops, CaptureLimits.DEFAULT);
  }

  Stage(EventLoops loops, CaptureLimits limits) throws IOException {
    provider = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    provider.setSoTimeout(PATIENCE_MILLIS);
    link =
        HttpLink.open(
            new LinkName("orders", "payments"),
            (InetSocketAddress) provider.getLocalSocketAddress(),
            new Wiring(loops, seen::add, new ExchangeIds(), limits));
  }

  Socket consumer() throws IOException {
    Socket socket = new Socket();
    socket.connect(link.address(), PATIENCE_MILLIS);
    return patient(socket);
  }

  Socket accepted() throws IOException {
    return patient(provider.accept());
  }

  List<HttpExchange> exchanges() {
    return seen.stream().map(HttpExchange.class::cast).toList();
  }

  private static Socket patient(Socket socket) throws IOException {
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(PATIENCE_MILLIS);
    return socket;
  }

  @Override
  public void close() throws IOException {
    link.close();
    provider.close();
  }
}
