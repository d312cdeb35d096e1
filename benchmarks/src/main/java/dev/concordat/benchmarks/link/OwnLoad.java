package dev.concordat.benchmarks.link;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/// A load generator for machines without wrk: one thread a connection, in a process of its own.
public final class OwnLoad {
  static final String[][] HEADERS = {
    {"Accept", "application/json"},
    {"User-Agent", "storefront/1.0"},
    {"Content-Type", "application/json"},
    {"traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"},
    {"X-Request-Id", "7c9e6679-7425-40de-944b-e07fc1f90ae7"},
  };

  private OwnLoad() {}

  static long run(Shape shape, int port, int seconds, int connections) throws IOException {
    List<String> arguments = List.of(shape.name(), "" + port, "" + seconds, "" + connections);
    try (Child child = Child.java("load", OwnLoad.class, arguments)) {
      return child.port(); // its first line is the number of exchanges
    }
  }

  public static void main(String[] arguments) throws Exception {
    Shape shape = Shape.valueOf(arguments[0]);
    int port = Integer.parseInt(arguments[1]);
    long end = System.nanoTime() + 1_000_000_000L * Integer.parseInt(arguments[2]);
    List<Thread> threads = new ArrayList<>();
    long[] counts = new long[Integer.parseInt(arguments[3])];
    for (int i = 0; i < counts.length; i++) {
      int index = i;
      threads.add(Thread.ofVirtual().start(() -> counts[index] = drive(shape, port, end)));
    }
    long total = 0;
    for (int i = 0; i < counts.length; i++) {
      threads.get(i).join();
      total += counts[i];
    }
    System.out.println(total);
  }

  private static long drive(Shape shape, int port, long end) {
    byte[] request = request(shape);
    long count = 0;
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setTcpNoDelay(true);
      InputStream in = socket.getInputStream();
      byte[] buffer = new byte[64 << 10];
      socket.getOutputStream().write(request);
      int length = firstLength(in, buffer, shape);
      for (count = 1; System.nanoTime() < end; count++) {
        socket.getOutputStream().write(request);
        in.readNBytes(buffer, 0, length);
      }
      return count;
    } catch (IOException broken) {
      return count;
    }
  }

  /// The length of an answer, head and body; all answers are the same.
  static int firstLength(InputStream in, byte[] buffer, Shape shape) throws IOException {
    int length = 0;
    String text = "";
    while (!text.contains("\r\n\r\n")) {
      length += in.read(buffer, length, buffer.length - length);
      text = new String(buffer, 0, length, US_ASCII);
    }
    int whole = text.indexOf("\r\n\r\n") + 4 + shape.responseBytes;
    in.readNBytes(buffer, length, whole - length);
    return whole;
  }

  static byte[] request(Shape shape) {
    StringBuilder request = new StringBuilder();
    request
        .append(shape.method)
        .append(' ')
        .append(shape.path())
        .append(" HTTP/1.1\r\nHost: x\r\n");
    for (String[] header : HEADERS) {
      request.append(header[0]).append(": ").append(header[1]).append("\r\n");
    }
    if (shape.requestBytes > 0) {
      request.append("Content-Length: ").append(shape.requestBytes).append("\r\n");
    }
    return request
        .append("\r\n")
        .append("x".repeat(shape.requestBytes))
        .toString()
        .getBytes(US_ASCII);
  }
}
