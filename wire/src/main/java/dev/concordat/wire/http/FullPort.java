package dev.concordat.wire.http;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import java.io.IOException;
import java.net.InetSocketAddress;
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

  private final Channel listener;
  private final List<Socket> waiting = new ArrayList<>();

  private FullPort(Channel listener) {
    this.listener = listener;
  }

  /// @param bootstrap as the link listens otherwise
  /// @throws IOException when the port is taken, or when the system does not keep who connects waiting
  static FullPort at(ServerBootstrap bootstrap, InetSocketAddress address) throws IOException {
    ChannelFuture bound =
        bootstrap
            .clone()
            .option(ChannelOption.SO_BACKLOG, QUEUE)
            .option(ChannelOption.AUTO_READ, false)
            .bind(address)
            .awaitUninterruptibly();
    if (!bound.isSuccess()) {
      throw new IOException(bound.cause());
    }
    var port = new FullPort(bound.channel());
    try {
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
      socket.connect(listener.localAddress(), TAKEN_WITHIN_MILLIS);
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
    } catch (IOException ignored) {
      // Who waited is gone already.
    } finally {
      Listening.end(listener);
    }
  }
}
