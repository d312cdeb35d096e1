package dev.concordat.wire.kafkalink;

import dev.concordat.wire.capture.EventLoops;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;

/// The brokers of a cluster that clients know, each with a place of the link in front of it; opened when an answer names them.
/// Thread-safe.
final class Nodes implements AutoCloseable {
  /// More brokers than this are a mistake.
  private static final int MAX_NODES = 100;

  private final LinkState state;
  private final EventLoops loops;
  private final Map<InetSocketAddress, Node> opened = new HashMap<>();
  private boolean isClosed;

  Nodes(LinkState state, EventLoops loops) {
    this.state = state;
    this.loops = loops;
  }

  /// The place in front of a broker.
  ///
  /// @throws IOException when it cannot be opened, or there are too many
  synchronized Node open(InetSocketAddress broker) throws IOException {
    Node known = opened.get(broker);
    if (known != null) {
      return known;
    }
    if (isClosed || opened.size() == MAX_NODES) {
      throw new IOException(
          isClosed ? "the link is closed" : "more than " + MAX_NODES + " brokers");
    }
    Node node = Node.open(broker, state, this, loops);
    opened.put(broker, node);
    return node;
  }

  /// Where clients find the broker that calls itself so.
  InetSocketAddress inFrontOf(String host, int port) throws IOException {
    return open(new InetSocketAddress(host, port)).address();
  }

  /// Whether answers may lead to other brokers than the one that gives them.
  synchronized boolean areMany() {
    return opened.size() > 1;
  }

  @Override
  public synchronized void close() {
    isClosed = true;
    opened.values().forEach(Node::close);
  }
}
