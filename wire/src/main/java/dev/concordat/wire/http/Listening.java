package dev.concordat.wire.http;

import io.netty.channel.Channel;
import io.netty.channel.unix.Socket;
import io.netty.channel.unix.UnixChannel;
import java.io.IOException;

/// The end of listening on a port.
final class Listening {
  private Listening() {}

  /// Nobody listens on the port any more when this returns. Closing alone does not do that: a process that is being started at this
  /// moment has inherited the socket, and keeps it listening until it has become another program.
  static void end(Channel listener) {
    if (!listener.isOpen()) {
      return;
    }
    listener.eventLoop().submit(() -> endHere(listener)).awaitUninterruptibly();
    listener.closeFuture().awaitUninterruptibly();
  }

  private static void endHere(Channel listener) {
    try {
      if (listener instanceof UnixChannel system && system.fd() instanceof Socket socket) {
        socket.shutdown();
      }
    } catch (IOException ignored) {
      // It does not listen any more.
    } finally {
      var _ = listener.close();
    }
  }
}
