package dev.concordat.standin.wiremock;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.TreeMap;

/// Requests and answers as bytes, so that nothing is tidied up on the way.
final class Wire {
  private static final int LIMIT_MILLIS = 10_000;

  private Wire() {}

  /// What came back.
  ///
  /// @param failure how the connection ended, where it did not end well
  record Answer(String status, TreeMap<String, String> headers, String body, String failure) {}

  /// @param headers each on a line of its own
  static Answer send(int port, String method, String target, String headers, String body)
      throws IOException {
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    String head =
        method
            + " "
            + target
            + " HTTP/1.1\r\nHost: localhost:8080\r\nConnection: close\r\n"
            + (content.length > 0 ? "Content-Length: " + content.length + "\r\n" : "")
            + (headers.isEmpty() ? "" : headers.replace("\n", "\r\n") + "\r\n")
            + "\r\n";
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(LIMIT_MILLIS);
      socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().write(content);
      socket.getOutputStream().flush();
      var received = new ByteArrayOutputStream();
      String failure = "";
      try {
        socket.getInputStream().transferTo(received);
      } catch (IOException e) {
        failure = e.getClass().getSimpleName();
      }
      return parsed(received.toString(StandardCharsets.UTF_8), failure);
    }
  }

  private static Answer parsed(String text, String failure) {
    int end = text.indexOf("\r\n\r\n");
    if (end < 0) {
      return new Answer("", new TreeMap<>(), text, failure);
    }
    String[] lines = text.substring(0, end).split("\r\n");
    var headers = new TreeMap<String, String>();
    Arrays.stream(lines)
        .skip(1)
        .forEach(
            line -> {
              int colon = line.indexOf(':');
              headers.merge(
                  line.substring(0, colon).toLowerCase(Locale.ROOT),
                  line.substring(colon + 1).strip(),
                  (one, other) -> one + ", " + other);
            });
    String body = text.substring(end + 4);
    return new Answer(
        lines[0],
        headers,
        "chunked".equalsIgnoreCase(headers.get("transfer-encoding")) ? joined(body) : body,
        failure);
  }

  private static String joined(String chunks) {
    var body = new StringBuilder();
    int at = 0;
    while (true) {
      int end = chunks.indexOf("\r\n", at);
      if (end < 0) {
        return body + chunks.substring(at);
      }
      int size;
      try {
        size = Integer.parseInt(chunks.substring(at, end).strip(), 16);
      } catch (NumberFormatException e) {
        return body + chunks.substring(at);
      }
      if (size == 0) {
        return body.toString();
      }
      body.append(chunks, end + 2, Math.min(chunks.length(), end + 2 + size));
      at = Math.min(chunks.length(), end + 2 + size + 2);
    }
  }
}
