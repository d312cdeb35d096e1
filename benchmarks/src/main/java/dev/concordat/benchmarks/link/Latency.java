package dev.concordat.benchmarks.link;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Arrays;

/// How long single requests take on one open connection, one after another.
final class Latency {
  private static final int REQUESTS = 400;

  private Latency() {}

  /// Times of answers in nanoseconds, sorted.
  static long[] measure(Shape shape, int port) throws IOException {
    byte[] request = OwnLoad.request(shape);
    byte[] buffer = new byte[64 << 10];
    long[] times = new long[REQUESTS];
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setTcpNoDelay(true);
      InputStream in = socket.getInputStream();
      socket.getOutputStream().write(request);
      int length = OwnLoad.firstLength(in, buffer, shape);
      for (int i = 0; i < REQUESTS; i++) {
        long start = System.nanoTime();
        socket.getOutputStream().write(request);
        if (in.readNBytes(buffer, 0, length) < length) {
          throw new IOException("the connection ended");
        }
        times[i] = System.nanoTime() - start;
      }
    }
    Arrays.sort(times);
    return times;
  }

  static double micros(long[] sorted, double share) {
    return sorted[(int) Math.min(sorted.length - 1L, Math.round(share * sorted.length))] / 1000.0;
  }
}
