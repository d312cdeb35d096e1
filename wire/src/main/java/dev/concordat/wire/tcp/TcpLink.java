package dev.concordat.wire.tcp;

import dev.concordat.model.link.LinkName;
import dev.concordat.wire.capture.EventLoops;
import dev.concordat.wire.capture.Wiring;
import dev.concordat.wire.fault.Disturbances;
import dev.concordat.wire.http.HttpLink;
import dev.concordat.wire.http.LinkCounts;
import dev.concordat.wire.http.LinkSettings;
import java.io.IOException;
import java.net.InetSocketAddress;

/// The place between a consumer and a provider that speak any protocol over TCP. Bytes are relayed unchanged in both directions,
/// each as fast as its receiver takes them, half-closes and resets included, with little memory however much passes. Nothing is
/// read, so there are no exchanges; the faults of connections and of bytes can be on it, but none of messages.
///
/// Thread-safe. Listens on loopback unless told otherwise.
public final class TcpLink implements AutoCloseable {
  private final HttpLink relay;

  private TcpLink(HttpLink relay) {
    this.relay = relay;
  }

  /// Opens a link. The provider need not be there yet: it is connected to for each connection that the consumer opens.
  ///
  /// @throws IOException when the port is taken
  public static TcpLink open(
      LinkName name, InetSocketAddress provider, EventLoops loops, LinkSettings settings)
      throws IOException {
    Wiring wiring = Wiring.of(loops, exchange -> {});
    return new TcpLink(HttpLink.open(name, provider, wiring, settings.unread()));
  }

  /// Where the consumer finds the provider.
  public InetSocketAddress address() {
    return relay.address();
  }

  /// The faults on the link, which may be set and removed at any time.
  public Disturbances disturbances() {
    return relay.disturbances();
  }

  /// Connections from now on go to another address; open ones stay where they are.
  public void retarget(InetSocketAddress provider) {
    relay.retarget(provider);
  }

  public LinkCounts counts() {
    return relay.counts();
  }

  /// Stops listening and ends all connections.
  @Override
  public void close() {
    relay.close();
  }
}
