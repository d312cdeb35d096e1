package dev.concordat.wire.caller;

import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/// A request as bytes. The same request gives the same bytes; headers stand in the order given, after `Host`.
final class RequestBytes {
  private static final Set<String> WITHOUT_BODY =
      Set.of("GET", "HEAD", "DELETE", "OPTIONS", "TRACE", "CONNECT");
  private static final int HEAD_ROOM = 256;

  private RequestBytes() {}

  /// Why the request cannot be sent; empty when it can.
  static Optional<String> flaw(HttpRequestMessage request) {
    if (request.method().isEmpty() || !isPlain(request.method())) {
      return Optional.of("the method '" + request.method() + "' cannot stand in a request line");
    }
    if (request.target().isEmpty() || !isPlain(request.target())) {
      return Optional.of("the target cannot stand in a request line: " + request.target());
    }
    for (Header header : request.headers()) {
      if (header.name().isEmpty()
          || header.name().indexOf(':') >= 0
          || !isPlain(header.name())
          || hasLineEnd(header.value())) {
        return Optional.of("the header '" + header.name() + "' cannot be written on one line");
      }
    }
    return Optional.empty();
  }

  /// Visible ASCII only.
  private static boolean isPlain(String text) {
    return text.chars().allMatch(c -> c > ' ' && c < 0x7f);
  }

  private static boolean hasLineEnd(String text) {
    return text.chars().anyMatch(c -> c == '\r' || c == '\n' || c == 0);
  }

  static byte[] of(HttpRequestMessage request, String host) {
    byte[] body = request.body().toArray();
    boolean isChunked = has(request, "transfer-encoding");
    var head = new StringBuilder(HEAD_ROOM);
    head.append(request.method()).append(' ').append(request.target()).append(" HTTP/1.1\r\n");
    if (!has(request, "host")) {
      head.append("Host: ").append(host).append("\r\n");
    }
    for (Header header : request.headers()) {
      head.append(header.name()).append(": ").append(header.value()).append("\r\n");
    }
    boolean saysLength = body.length > 0 || !WITHOUT_BODY.contains(request.method());
    if (saysLength && !isChunked && !has(request, "content-length")) {
      head.append("Content-Length: ").append(body.length).append("\r\n");
    }
    head.append("\r\n");
    var bytes = new ByteArrayOutputStream(head.length() + body.length + 2);
    bytes.writeBytes(encoded(head.toString()));
    if (isChunked) {
      writeChunk(bytes, body);
    } else {
      bytes.writeBytes(body);
    }
    return bytes.toByteArray();
  }

  private static void writeChunk(ByteArrayOutputStream bytes, byte[] body) {
    if (body.length > 0) {
      bytes.writeBytes(
          (Integer.toHexString(body.length) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
      bytes.writeBytes(body);
      bytes.writeBytes(new byte[] {'\r', '\n'});
    }
    bytes.writeBytes("0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
  }

  /// Field values are bytes (RFC 9110 section 5.5): Latin-1 where that holds them, else UTF-8.
  private static byte[] encoded(String head) {
    boolean isLatin = head.chars().allMatch(c -> c <= 0xff);
    return head.getBytes(isLatin ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
  }

  private static boolean has(HttpRequestMessage request, String name) {
    for (Header header : request.headers()) {
      if (header.name().equalsIgnoreCase(name)) {
        return true;
      }
    }
    return false;
  }
}
