package dev.concordat.wire.kafkalink;

import dev.concordat.wire.capture.EventLoops;
import dev.concordat.wire.http.LinkSettings;
import dev.concordat.wire.tcp.TcpLink;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The link's place in front of one broker. Clients come to a relay of bytes, on which the faults of connections and bytes are,
/// and behind that to the sessions that read the protocol.
final class Node implements AutoCloseable {
  private static final int BACKLOG = 256;
  private static final int CONNECT_MILLIS = 5_000;

  private final InetSocketAddress broker;
  private final LinkState state;
  private final Nodes nodes;
  private final ServerSocket listener;
  private final TcpLink front;
  private final Set<Session> sessions = ConcurrentHashMap.newKeySet();

  private Node(
      InetSocketAddress broker,
      LinkState state,
      Nodes nodes,
      ServerSocket listener,
      TcpLink front) {
    this.broker = broker;
    this.state = state;
    this.nodes = nodes;
    this.listener = listener;
    this.front = front;
  }

  static Node open(InetSocketAddress broker, LinkState state, Nodes nodes, EventLoops loops)
      throws IOException {
    var listener = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    TcpLink front;
    try {
      front =
          TcpLink.open(
              state.name(),
              (InetSocketAddress) listener.getLocalSocketAddress(),
              loops,
              LinkSettings.of(state.disturbances()));
    } catch (IOException noPort) {
      listener.close();
      throw noPort;
    }
    var node = new Node(broker, state, nodes, listener, front);
    Thread.ofVirtual().name("link " + state.name()).start(node::accept);
    return node;
  }

  InetSocketAddress address() {
    return front.address();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        Thread.ofVirtual().name("session of " + state.name()).start(() -> serve(client));
      } catch (IOException _) {
        // The link was closed, or a client left before it was served.
      }
    }
  }

  private void serve(Socket client) {
    state.traffic().opened();
    try (client;
        var server = new Socket()) {
      serve(client, server);
    } catch (IOException _) {
      // Closed is closed.
    }
  }

  /// What goes wrong is told before the client is cut off, and so known to whoever was.
  private void serve(Socket client, Socket server) {
    try {
      client.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
      var where =
          broker.isUnresolved()
              ? new InetSocketAddress(broker.getHostString(), broker.getPort())
              : broker;
      server.connect(where, CONNECT_MILLIS);
      var session = new Session(client, server, state, nodes);
      sessions.add(session);
      try {
        if (!listener.isClosed()) {
          session.run();
        }
      } finally {
        sessions.remove(session);
      }
    } catch (IOException e) {
      state.traffic().failed("no connection to the broker at " + broker + ": " + e.getMessage());
    }
  }

  @Override
  public void close() {
    front.close();
    try {
      listener.close();
    } catch (IOException _) {
      // Closed is closed.
    }
    sessions.forEach(Session::close);
  }
}
