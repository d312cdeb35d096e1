package dev.concordat.benchmarks.link;

import dev.concordat.model.link.LinkName;
import dev.concordat.wire.capture.EventLoops;
import dev.concordat.wire.fault.Disturbances;
import dev.concordat.wire.http.LinkSettings;
import dev.concordat.wire.tcp.TcpLink;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/// Bytes that nobody reads as HTTP: a provider that sends as many as it can, and a link that relays them.
public final class Flood {
  static final long BYTES = 1L << 30;
  private static final int BLOCK = 256 << 10;

  private Flood() {}

  /// `provider`, or `link PORT`.
  public static void main(String[] arguments) throws Exception {
    InetAddress here = InetAddress.getLoopbackAddress();
    if (arguments[0].equals("link")) {
      try (EventLoops loops = EventLoops.open(1);
          TcpLink link =
              TcpLink.open(
                  new LinkName("load", "provider"),
                  new InetSocketAddress(here, Integer.parseInt(arguments[1])),
                  loops,
                  LinkSettings.of(new Disturbances(1)))) {
        System.out.println(link.address().getPort());
        System.in.read();
      }
      return;
    }
    try (ServerSocket server = new ServerSocket(0, 50, here)) {
      System.out.println(server.getLocalPort());
      Thread.ofPlatform().daemon().start(() -> serve(server));
      System.in.read();
    }
  }

  private static void serve(ServerSocket server) {
    byte[] block = new byte[BLOCK];
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        for (long sent = 0; sent < BYTES; sent += BLOCK) {
          socket.getOutputStream().write(block);
        }
      } catch (IOException readerWentAway) {
        // The next one is served.
      }
    }
  }

  /// Reads everything and says how many bytes came in a second.
  static double read(int port) throws IOException {
    byte[] block = new byte[BLOCK];
    long total = 0;
    long start = System.nanoTime();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      InputStream in = socket.getInputStream();
      for (int read = in.read(block); read >= 0; read = in.read(block)) {
        total += read;
      }
    }
    if (total != BYTES) {
      throw new IOException("of " + BYTES + " bytes " + total + " came");
    }
    return total * 1e9 / (System.nanoTime() - start);
  }
}
