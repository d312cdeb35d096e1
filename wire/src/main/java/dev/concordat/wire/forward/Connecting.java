package dev.concordat.wire.forward;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/// How a proxy connects to where its consumer wants to go.
@FunctionalInterface
interface Connecting {
  /// For so long as somebody waits who has no patience of its own.
  Connecting LIMITED = address -> connect(new Socket(), address, 10_000);

  /// A consumer that has just said its last word may still wait for the answer.
  Duration GRACE = Duration.ofMillis(100);

  Socket to(InetSocketAddress address) throws IOException;

  /// For as long as the consumer is there: its patience is what counts.
  static Connecting asLongAs(Input consumer) {
    return address -> {
      var socket = new Socket();
      var isThere = new AtomicBoolean();
      consumer.readAhead(() -> giveUp(socket, isThere));
      Socket connected = connect(socket, address, 0);
      isThere.set(true);
      return connected;
    };
  }

  private static void giveUp(Socket socket, AtomicBoolean isThere) {
    try {
      Thread.sleep(GRACE);
      if (!isThere.get()) {
        socket.close();
      }
    } catch (IOException | InterruptedException e) {
      // It is gone either way.
    }
  }

  private static Socket connect(Socket socket, InetSocketAddress address, int limitMillis)
      throws IOException {
    try {
      socket.setTcpNoDelay(true);
      socket.connect(address, limitMillis);
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  /// Ends a connection with a reset (RST) instead of in order.
  static void reset(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException e) {
      // It is gone either way.
    }
  }
}
