package dev.concordat.wire.forward;

import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.link.LinkName;
import dev.concordat.wire.caller.Endpoint;
import dev.concordat.wire.capture.Wiring;
import dev.concordat.wire.http.Observation;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One connection of a consumer. Requests go on as they come, but for their `Host`; answers unchanged.
final class Session {
  private final Socket socket;
  private final Input in;
  private final OutputStream out;
  private final Wiring wiring;
  private final Destination destination;
  private @Nullable Provider provider;

  Session(Socket socket, Input in, Wiring wiring, Destination destination) throws IOException {
    this.socket = socket;
    this.in = in;
    this.out = socket.getOutputStream();
    this.wiring = wiring;
    this.destination = destination;
  }

  /// Where requests go.
  interface Destination {
    /// Where a request goes, and what its target is there; empty where it goes nowhere.
    Optional<Way> of(Head head);

    /// A tunnel that a consumer asks for is made by somebody else.
    ///
    /// @return whether it was
    default boolean tunnel(Head head, Socket consumer, Input rest) throws IOException {
      return false;
    }

    /// Why a request may not go where it wants to; empty where it may.
    default Optional<String> refusal(Head head) {
      return Optional.empty();
    }

    /// Whether a consumer is to feel a broken connection behind the proxy as its own: a reset is a reset then, and who does
    /// not take connections is waited for as long as the consumer waits.
    default boolean isTransparent() {
      return false;
    }
  }

  /// @param host the value of `Host` there
  /// @param link how exchanges on this way are named
  record Way(Endpoint endpoint, String host, String target, LinkName link) {
    Way(Endpoint endpoint, String target, LinkName link) {
      this(endpoint, endpoint.hostHeader(), target, link);
    }
  }

  /// Serves the connection until it ends.
  void serve() throws IOException, InterruptedException {
    try {
      boolean isOpen = true;
      while (isOpen) {
        isOpen =
            switch (Head.read(in)) {
              case Head.Found.End() -> false;
              case Head.Found.Other(Bytes bytes) -> passUnread(bytes.toArray());
              case Head.Found.Whole(Head head) -> pass(head);
            };
      }
      if (provider != null) {
        provider.finish();
      }
    } catch (IOException e) {
      if (provider != null && destination.isTransparent()) {
        provider.reset();
      }
      throw e;
    } finally {
      if (provider != null) {
        provider.close();
      }
    }
  }

  private boolean pass(Head head) throws IOException, InterruptedException {
    Optional<String> refusal = destination.refusal(head);
    if (refusal.isPresent()) {
      leaveProvider();
      answer("502 Bad Gateway", refusal.get());
      return false;
    }
    if (head.method().equals("CONNECT") && destination.tunnel(head, socket, in)) {
      return false;
    }
    Optional<Way> way = destination.of(head);
    if (way.isEmpty()) {
      answer("400 Bad Request", "This is a proxy: it is told by the whole address where to go.");
      return false;
    }
    byte[] bytes = head.to(way.get().host(), way.get().target());
    Optional<Provider> to = provider(way.get(), bytes);
    if (to.isEmpty()) {
      return false;
    }
    to.get().send(bytes, 0, bytes.length);
    if (head.mayUpgrade()) {
      return passUnread(new byte[0]);
    }
    return RequestBody.pass(head, in, to.get()::send) || passUnread(new byte[0]);
  }

  /// The connection to the provider; another one only when all answers of the last have come, so that they stay in order.
  private Optional<Provider> provider(Way way, byte[] head)
      throws IOException, InterruptedException {
    Provider last = provider;
    if (last != null && last.is(way.endpoint())) {
      return Optional.of(last);
    }
    leaveProvider();
    Observation observation = Observation.of(way.link(), wiring);
    try {
      Connecting connect =
          destination.isTransparent() ? Connecting.asLongAs(in) : Connecting.LIMITED;
      Provider opened = Provider.open(way.endpoint(), connect, observation, new Consumer());
      provider = opened;
      return Optional.of(opened);
    } catch (IOException unreachable) {
      observation.sent(head, 0, head.length);
      observation.failed("connection refused");
      provider = null;
      if (destination.isTransparent()) {
        Connecting.reset(socket);
        return Optional.empty();
      }
      answer(
          "502 Bad Gateway",
          way.endpoint() + " cannot be reached: " + String.valueOf(unreachable.getMessage()));
      return Optional.empty();
    }
  }

  private void leaveProvider() throws InterruptedException {
    Provider last = provider;
    if (last != null) {
      last.awaitAnswers();
      last.leave();
      provider = null;
    }
  }

  private final class Consumer implements Provider.Consumer {
    @Override
    public void write(byte[] bytes, int length) throws IOException {
      out.write(bytes, 0, length);
    }

    @Override
    public void ended(boolean isBroken) {
      try {
        if (isBroken && destination.isTransparent()) {
          socket.setSoLinger(true, 0);
        }
        socket.close();
      } catch (IOException e) {
        // It is gone either way.
      }
    }
  }

  /// From here on bytes are only passed on.
  private boolean passUnread(byte[] first) throws IOException {
    Provider to = provider;
    if (to == null) {
      answer("400 Bad Request", "Only HTTP/1.1 is understood here.");
      return false;
    }
    to.send(first, 0, first.length);
    for (int count = in.next(Integer.MAX_VALUE); count >= 0; count = in.next(Integer.MAX_VALUE)) {
      to.send(in.buffer(), in.position(), count);
      in.taken(count);
    }
    return false;
  }

  private void answer(String status, String text) throws IOException {
    byte[] body = ("concordat: " + text + "\n").getBytes(StandardCharsets.UTF_8);
    String head =
        "HTTP/1.1 "
            + status
            + "\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: "
            + body.length
            + "\r\nConnection: close\r\n\r\n";
    out.write(head.getBytes(StandardCharsets.ISO_8859_1));
    out.write(body);
    out.flush();
  }
}
