package dev.concordat.wire.fault;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// A small provider that always gives the same answer and remembers what it was sent.
final class Provider implements AutoCloseable {
  static final String BODY = "{\"id\":7,\"total\":10.10,\"status\":\"PAID\",\"items\":[1,2,3]}";
  static final String HEAD =
      "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
          + BODY.length()
          + "\r\n\r\n";

  private final ServerSocket listener;
  private final Set<Socket> taken = ConcurrentHashMap.newKeySet();

  /// The heads and bodies of all requests that came whole.
  final List<String> requests = new CopyOnWriteArrayList<>();

  Provider() throws IOException {
    listener = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  InetSocketAddress address() {
    return (InetSocketAddress) listener.getLocalSocketAddress();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        taken.add(socket);
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket;
        InputStream in = new BufferedInputStream(socket.getInputStream())) {
      socket.setTcpNoDelay(true);
      String head = head(in);
      while (!head.isEmpty()) {
        String lower = head.toLowerCase(Locale.ROOT);
        if (lower.contains("expect: 100-continue")) {
          write(socket, "HTTP/1.1 100 Continue\r\n\r\n");
        }
        requests.add(head + new String(in.readNBytes(length(lower)), ISO_8859_1));
        write(socket, head.startsWith("HEAD ") ? HEAD : HEAD + BODY);
        if (lower.contains("connection: close")) {
          return;
        }
        head = head(in);
      }
    } catch (IOException gone) {
      // The link broke it off, as faults do.
    } finally {
      taken.remove(socket);
    }
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(ISO_8859_1));
  }

  private static int length(String lower) {
    int at = lower.indexOf("content-length:");
    return at < 0
        ? 0
        : Integer.parseInt(lower.substring(at + 15, lower.indexOf("\r\n", at)).strip());
  }

  private static String head(InputStream in) throws IOException {
    var head = new ByteArrayOutputStream();
    for (int next = in.read(); next >= 0; ) {
      head.write(next);
      String text = head.toString(ISO_8859_1);
      if (text.endsWith("\r\n\r\n")) {
        return text;
      }
      next = in.read();
    }
    return "";
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket socket : taken) {
      socket.close();
    }
  }
}
