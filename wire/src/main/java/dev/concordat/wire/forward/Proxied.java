package dev.concordat.wire.forward;

import dev.concordat.model.link.LinkName;
import dev.concordat.wire.authority.Authority;
import dev.concordat.wire.caller.Endpoint;
import dev.concordat.wire.capture.Wiring;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/// Requests of clients that know they speak to a proxy: whole addresses, and tunnels (RFC 9110 section 9.3.6).
final class Proxied implements Session.Destination {
  private static final int CONNECT_MILLIS = 10_000;
  private static final int HTTPS_PORT = 443;
  private static final int MAX_PORT = 65_535;

  /// The first byte of a TLS record with a handshake (RFC 8446 section 5.1).
  private static final int HANDSHAKE = 0x16;

  private final String consumer;
  private final Optional<Authority> authority;
  private final boolean isInsecure;
  private final Wiring wiring;

  Proxied(String consumer, Optional<Authority> authority, boolean isInsecure, Wiring wiring) {
    this.consumer = consumer;
    this.authority = authority;
    this.isInsecure = isInsecure;
    this.wiring = wiring;
  }

  @Override
  public Optional<Session.Way> of(Head head) {
    try {
      URI address = URI.create(head.target());
      if (!"http".equalsIgnoreCase(address.getScheme()) || address.getHost() == null) {
        return Optional.empty();
      }
      Endpoint endpoint = Endpoint.of(address, isInsecure);
      String path = address.getRawPath() == null ? "" : address.getRawPath();
      String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
      return Optional.of(way(endpoint, (path.isEmpty() ? "/" : path) + query));
    } catch (IllegalArgumentException noAddress) {
      return Optional.empty();
    }
  }

  private Session.Way way(Endpoint endpoint, String target) {
    return new Session.Way(endpoint, target, new LinkName(consumer, endpoint.hostHeader()));
  }

  @Override
  public boolean tunnel(Head head, Socket socket, Input rest) throws IOException {
    Optional<InetSocketAddress> wanted = authorityOf(head.target());
    if (wanted.isEmpty()) {
      return false;
    }
    OutputStream out = socket.getOutputStream();
    out.write("HTTP/1.1 200 Connection Established\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    out.flush();
    String host = wanted.get().getHostString();
    int port = wanted.get().getPort();
    boolean isTls = rest.peek() == HANDSHAKE;
    try {
      if (!isTls) {
        serve(socket, rest, new Endpoint(host, port, false, false));
      } else if (authority.isPresent()) {
        readAlong(socket, rest, new Endpoint(host, port, true, isInsecure), authority.get());
      } else {
        passUnread(socket, rest, host, port);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return true;
  }

  private static Optional<InetSocketAddress> authorityOf(String target) {
    int colon = target.lastIndexOf(':');
    String host = colon < 0 ? target : target.substring(0, colon);
    String port = colon < 0 ? String.valueOf(HTTPS_PORT) : target.substring(colon + 1);
    boolean isPort = port.matches("[0-9]{1,5}") && Integer.parseInt(port) <= MAX_PORT;
    return isPort && !host.isEmpty()
        ? Optional.of(InetSocketAddress.createUnresolved(host, Integer.parseInt(port)))
        : Optional.empty();
  }

  private void readAlong(Socket socket, Input rest, Endpoint endpoint, Authority from)
      throws IOException, InterruptedException {
    SSLSocketFactory factory = from.contextFor(endpoint.host()).getSocketFactory();
    InputStream read = rest.rest().orElseGet(InputStream::nullInputStream);
    try (SSLSocket tls = (SSLSocket) factory.createSocket(socket, read, true)) {
      tls.setUseClientMode(false);
      tls.startHandshake();
      try (InputStream in = tls.getInputStream()) {
        serve(tls, new Input(in), endpoint);
      }
    }
  }

  private void serve(Socket socket, Input in, Endpoint endpoint)
      throws IOException, InterruptedException {
    new Session(socket, in, wiring, head -> Optional.of(way(endpoint, head.target()))).serve();
  }

  private static void passUnread(Socket socket, Input rest, String host, int port)
      throws IOException, InterruptedException {
    try (Socket provider = new Socket()) {
      provider.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
      Thread back = Thread.ofVirtual().start(() -> copyBack(provider, socket));
      OutputStream out = provider.getOutputStream();
      for (int count = rest.next(Integer.MAX_VALUE);
          count >= 0;
          count = rest.next(Integer.MAX_VALUE)) {
        out.write(rest.buffer(), rest.position(), count);
        rest.taken(count);
      }
      provider.shutdownOutput();
      back.join();
    }
  }

  private static void copyBack(Socket provider, Socket socket) {
    try (InputStream in = provider.getInputStream()) {
      in.transferTo(socket.getOutputStream());
      socket.shutdownOutput();
    } catch (IOException e) {
      // One of the two broke off; the other is closed by its own thread.
    }
  }
}
