package dev.concordat.wire.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/// A port whose queue is full and from which nobody is taken: Linux drops every further SYN, and whoever connects waits.
final class FullPort implements AutoCloseable {
  private static final int QUEUE = 1;

  /// Linux takes one more than the queue has.
  private static final int MOST_TAKEN = 16;

  /// A queue that has room takes a connection at once.
  private static final int TAKEN_WITHIN_MILLIS = 200;

  private final ServerSocket listener;
  private final List<Socket> waiting;

  private FullPort(ServerSocket listener, List<Socket> waiting) {
    this.listener = listener;
    this.waiting = waiting;
  }

  /// @throws IOException when the port is taken, or when the system does not keep who connects waiting
  static FullPort at(InetSocketAddress address) throws IOException {
    var port = new FullPort(new ServerSocket(), new ArrayList<>());
    try {
      port.listener.setReuseAddress(true);
      port.listener.bind(address, QUEUE);
      for (int i = 0; i < MOST_TAKEN; i++) {
        if (!port.takesAnother()) {
          return port;
        }
      }
      throw new IOException("this system takes connections although the queue is full");
    } catch (IOException e) {
      port.close();
      throw e;
    }
  }

  private boolean takesAnother() throws IOException {
    var socket = new Socket();
    try {
      socket.connect(listener.getLocalSocketAddress(), TAKEN_WITHIN_MILLIS);
      waiting.add(socket);
      return true;
    } catch (SocketTimeoutException full) {
      socket.close();
      return false;
    }
  }

  @Override
  public void close() {
    try {
      for (Socket socket : waiting) {
        socket.setSoLinger(true, 0);
        socket.close();
      }
      listener.close();
    } catch (IOException ignored) {
      // Who waited is gone already.
    }
  }
}
