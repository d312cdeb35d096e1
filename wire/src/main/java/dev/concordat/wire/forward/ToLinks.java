package dev.concordat.wire.forward;

import dev.concordat.model.link.LinkName;
import dev.concordat.wire.caller.Endpoint;
import dev.concordat.wire.forward.Claims.Wanted;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Requests of a system that is told of a proxy, led to its links by their hosts.
final class ToLinks implements Session.Destination {
  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;

  private final Claims claims;
  private final Claims.Outside outside;

  ToLinks(Claims claims, Claims.Outside outside) {
    this.claims = claims;
    this.outside = outside;
  }

  private static Optional<URI> address(Head head) {
    try {
      URI address = URI.create(head.target());
      boolean isHttp = "http".equalsIgnoreCase(address.getScheme());
      return isHttp && address.getRawAuthority() != null ? Optional.of(address) : Optional.empty();
    } catch (IllegalArgumentException noAddress) {
      return Optional.empty();
    }
  }

  private static Optional<Wanted> wanted(Head head) {
    return head.method().equals("CONNECT")
        ? Wanted.of(head.target(), HTTPS_PORT)
        : address(head).flatMap(it -> Wanted.of(withoutUser(it), HTTP_PORT));
  }

  private static String withoutUser(URI address) {
    String authority = address.getRawAuthority();
    return authority.substring(authority.lastIndexOf('@') + 1);
  }

  @Override
  public Optional<String> refusal(Head head) {
    return wanted(head)
        .filter(it -> claims.of(it) instanceof Claims.Way.Refused)
        .map(
            it -> {
              outside.called(it.toString(), false);
              return outside.refusal(it.toString());
            });
  }

  @Override
  public Optional<Session.Way> of(Head head) {
    Optional<Wanted> wanted = wanted(head);
    if (wanted.isEmpty() || address(head).isEmpty()) {
      return Optional.empty();
    }
    URI address = address(head).get();
    String path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
    String target = path + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
    InetSocketAddress there = there(wanted.get());
    return Optional.of(
        new Session.Way(
            new Endpoint(there.getHostString(), there.getPort(), false, false),
            withoutUser(address),
            target,
            new LinkName("consumer", wanted.get().toString())));
  }

  /// Where a host that is not refused is.
  private InetSocketAddress there(Wanted wanted) {
    if (claims.of(wanted) instanceof Claims.Way.Claimed(InetSocketAddress link)) {
      return new InetSocketAddress(link.getAddress(), link.getPort());
    }
    if (!wanted.isLoopback()) {
      outside.called(wanted.toString(), true);
    }
    return new InetSocketAddress(wanted.host(), wanted.port());
  }

  @Override
  public boolean isTransparent() {
    return true;
  }

  /// Bytes both ways, unread: what is behind tells TLS by itself.
  @Override
  public boolean tunnel(Head head, Socket socket, Input rest) throws IOException {
    Optional<Wanted> wanted = wanted(head);
    if (wanted.isEmpty()) {
      return false;
    }
    Socket there;
    try {
      there = Connecting.asLongAs(rest).to(there(wanted.get()));
    } catch (IOException unreachable) {
      Connecting.reset(socket);
      return true;
    }
    OutputStream out = socket.getOutputStream();
    out.write("HTTP/1.1 200 Connection Established\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    Thread back = Thread.ofVirtual().start(() -> copyBack(there, socket));
    try {
      copy(rest, there.getOutputStream());
      there.shutdownOutput();
      back.join();
      there.close();
    } catch (IOException broken) {
      Connecting.reset(there);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      Connecting.reset(there);
    }
    return true;
  }

  private static void copy(Input from, OutputStream to) throws IOException {
    for (int count = from.next(Integer.MAX_VALUE);
        count >= 0;
        count = from.next(Integer.MAX_VALUE)) {
      to.write(from.buffer(), from.position(), count);
      from.taken(count);
    }
  }

  private static void copyBack(Socket there, Socket consumer) {
    try {
      InputStream in = there.getInputStream();
      in.transferTo(consumer.getOutputStream());
      consumer.shutdownOutput();
    } catch (IOException broken) {
      Connecting.reset(consumer);
      Connecting.reset(there);
    }
  }
}
