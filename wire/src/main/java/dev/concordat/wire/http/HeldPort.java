package dev.concordat.wire.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.Optional;

/// Keeps a port for a link, also while nobody listens on it: a port that is given back is given to the next who asks for any.
/// Whoever connects meanwhile is refused, and who names the port and lets it be used again may listen on it: that is the link.
final class HeldPort implements AutoCloseable {
  private final SocketChannel held;
  private final int port;

  private HeldPort(SocketChannel held, int port) {
    this.held = held;
    this.port = port;
  }

  /// Nothing where somebody listens already, and on systems that do not let a held port be listened on.
  ///
  /// @param wanted port 0 takes a free one
  static Optional<HeldPort> at(InetSocketAddress wanted) throws IOException {
    SocketChannel channel = SocketChannel.open();
    try {
      channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
      channel.bind(wanted);
      var bound = (InetSocketAddress) channel.getLocalAddress();
      return Optional.of(new HeldPort(channel, bound.getPort()));
    } catch (IOException taken) {
      channel.close();
      return Optional.empty();
    }
  }

  int port() {
    return port;
  }

  @Override
  public void close() {
    try {
      held.close();
    } catch (IOException ignored) {
      // It is given back all the same.
    }
  }
}
