package dev.concordat.wire.kafkalink;

import dev.concordat.model.link.LinkName;
import dev.concordat.wire.capture.EventLoops;
import dev.concordat.wire.fault.Disturbances;
import java.io.IOException;
import java.net.InetSocketAddress;

/// The place between a system and a Kafka broker. Clients bootstrap at {@link #address()}; every frame is relayed unchanged, but
/// the addresses of brokers that answers name become those of the link, one for each broker, so that clients keep coming through
/// it. Faults of messages, of connections and of bytes can be on it ({@link #disturbances()}).
///
/// TLS and SASL are not spoken: a client that tries is cut off, and {@link #counts()} says why. Thread-safe. Listens on loopback.
public final class KafkaLink implements AutoCloseable {
  private final LinkState state;
  private final Nodes nodes;
  private final Node bootstrap;

  private KafkaLink(LinkState state, Nodes nodes, Node bootstrap) {
    this.state = state;
    this.nodes = nodes;
    this.bootstrap = bootstrap;
  }

  /// Opens a link on a free port. The broker need not be there yet.
  ///
  /// @throws IOException when no port is free
  public static KafkaLink open(LinkName name, InetSocketAddress broker, EventLoops loops)
      throws IOException {
    return open(name, broker, loops, new Disturbances(name.toString().hashCode()));
  }

  /// Opens a link with faults that are on, or will be.
  public static KafkaLink open(
      LinkName name, InetSocketAddress broker, EventLoops loops, Disturbances disturbances)
      throws IOException {
    var state = new LinkState(name, disturbances);
    var nodes = new Nodes(state, loops);
    Node bootstrap = nodes.open(broker);
    disturbances.hasMessagesOfKafka();
    return new KafkaLink(state, nodes, bootstrap);
  }

  /// Where clients find the broker.
  public InetSocketAddress address() {
    return bootstrap.address();
  }

  /// The faults on the link, which may be set and removed at any time.
  public Disturbances disturbances() {
    return state.disturbances();
  }

  public KafkaCounts counts() {
    return state.traffic().counts();
  }

  /// Whether a message was sent through this link. Known when its producer has the acknowledgement; the oldest are forgotten.
  public boolean hasProduced(String topic, int partition, long offset) {
    return state.traffic().hasProduced(topic, partition, offset);
  }

  /// Stops listening and ends all connections.
  @Override
  public void close() {
    nodes.close();
  }
}
