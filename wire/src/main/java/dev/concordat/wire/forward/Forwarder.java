package dev.concordat.wire.forward;

import dev.concordat.model.link.LinkName;
import dev.concordat.wire.authority.Authority;
import dev.concordat.wire.caller.Endpoint;
import dev.concordat.wire.capture.EventLoops;
import dev.concordat.wire.capture.Wiring;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/// A proxy that reads along: in front of one provider ({@link #before}), or for clients that are told to use it
/// ({@link #proxy}), inside HTTPS where an authority is given. Bodies are passed on as they come, whatever their size; a
/// change of protocol is passed on unread. Providers may speak HTTPS.
///
/// When a consumer has received a response's last byte, its exchange is already in the sink.
///
/// Thread-safe. Listens on loopback only.
public final class Forwarder implements AutoCloseable {
  private static final int BACKLOG = 200;
  private static final int MAX_CONNECTIONS = 2_000;

  private final ServerSocket listener;
  private final Wiring wiring;
  private final Session.Destination destination;
  private final Set<Socket> consumers = ConcurrentHashMap.newKeySet();
  private final Semaphore room = new Semaphore(MAX_CONNECTIONS);

  private Forwarder(ServerSocket listener, Wiring wiring, Session.Destination destination) {
    this.listener = listener;
    this.wiring = wiring;
    this.destination = destination;
    Thread.ofVirtual().name("concordat-forwarder").start(this::accept);
  }

  /// In front of a provider: whoever asks here is answered by it.
  ///
  /// @param port 0 for a free one
  /// @param wiring where exchanges go; its loops are not used
  public static Forwarder before(Endpoint provider, LinkName link, int port, Wiring wiring)
      throws IOException {
    return new Forwarder(
        listener(port),
        wiring,
        head -> Optional.of(new Session.Way(provider, head.target(), link)));
  }

  /// A proxy for clients that have it as their `HTTP_PROXY` and `HTTPS_PROXY`. The provider of a link is the host that was
  /// asked for.
  ///
  /// @param consumer the clients' name on links
  /// @param authority with it HTTPS is read along; without it is passed on unread
  /// @param isInsecure whether certificates of providers are taken as they are
  public static Forwarder proxy(
      String consumer, int port, Optional<Authority> authority, boolean isInsecure, Wiring wiring)
      throws IOException {
    return new Forwarder(
        listener(port), wiring, new Proxied(consumer, authority, isInsecure, wiring));
  }

  /// A proxy for one system that calls others by names which nobody can change: each host that is claimed leads to a link,
  /// which observes and disturbs, so nothing is observed here. What breaks there breaks for the consumer in the same way.
  ///
  /// @param outside is told of hosts that nobody claims
  public static Forwarder toLinks(Claims claims, Claims.Outside outside, EventLoops loops)
      throws IOException {
    return new Forwarder(
        listener(0), Wiring.of(loops, exchange -> {}), new ToLinks(claims, outside));
  }

  private static ServerSocket listener(int port) throws IOException {
    ServerSocket listener = new ServerSocket();
    try {
      listener.setReuseAddress(true);
      listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
      return listener;
    } catch (IOException e) {
      listener.close();
      throw new IOException("port " + port + " cannot be listened on: " + e.getMessage(), e);
    }
  }

  /// Where consumers find it.
  public InetSocketAddress address() {
    return (InetSocketAddress) listener.getLocalSocketAddress();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket consumer = listener.accept();
        if (room.tryAcquire()) {
          consumers.add(consumer);
          Thread.ofVirtual().start(() -> serve(consumer));
        } else {
          consumer.close();
        }
      } catch (IOException e) {
        // Closed, or this one connection failed before it was there.
      }
    }
  }

  private void serve(Socket consumer) {
    try (consumer;
        InputStream in = consumer.getInputStream()) {
      consumer.setTcpNoDelay(true);
      new Session(consumer, new Input(in), wiring, destination).serve();
    } catch (IOException e) {
      // The consumer or the provider broke off; what that did to exchanges is told by their
      // observation.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      consumers.remove(consumer);
      room.release();
    }
  }

  /// Stops listening and ends all connections.
  @Override
  public void close() {
    try {
      listener.close();
      for (Socket consumer : consumers) {
        consumer.close();
      }
    } catch (IOException e) {
      // They are gone either way.
    }
  }
}
