package dev.concordat.wire.caller;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// A server that answers each request with the next text of its script, byte for byte, and writes down what it was sent. A text
/// that ends with {@link #CLOSE} closes the connection.
final class ScriptedServer implements Closeable {
  static final String CLOSE = "<close>";

  private final ServerSocket socket;
  private final List<String> script;
  private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
  private int next;

  private ScriptedServer(ServerSocket socket, List<String> script) {
    this.socket = socket;
    this.script = script;
  }

  static ScriptedServer start(String... script) throws IOException {
    var server =
        new ScriptedServer(
            new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), List.of(script));
    Thread.ofVirtual().start(server::serve);
    return server;
  }

  Endpoint endpoint() {
    return Endpoint.of(URI.create("http://127.0.0.1:" + socket.getLocalPort()), false);
  }

  /// Every request as it came.
  List<String> requests() {
    return List.copyOf(requests);
  }

  private void serve() {
    try {
      while (next < script.size()) {
        try (Socket connection = socket.accept()) {
          converse(connection);
        }
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private void converse(Socket connection) throws IOException {
    InputStream in = connection.getInputStream();
    while (next < script.size()) {
      String request = request(in);
      if (request.isEmpty()) {
        return;
      }
      requests.add(request);
      String answer = script.get(next++);
      boolean isLast = answer.endsWith(CLOSE);
      String text = isLast ? answer.substring(0, answer.length() - CLOSE.length()) : answer;
      connection.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
      connection.getOutputStream().flush();
      if (isLast) {
        return;
      }
    }
    in.read(); // until the client goes
  }

  private static String request(InputStream in) throws IOException {
    var text = new StringBuilder();
    while (!text.toString().endsWith("\r\n\r\n")) {
      int c = in.read();
      if (c < 0) {
        return "";
      }
      text.append((char) c);
    }
    int at = text.indexOf("Content-Length: ");
    if (at >= 0) {
      String digits = text.substring(at + 16, text.indexOf("\r\n", at));
      text.append(new String(in.readNBytes(Integer.parseInt(digits)), StandardCharsets.ISO_8859_1));
    }
    return text.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
