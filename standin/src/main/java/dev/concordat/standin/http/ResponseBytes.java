package dev.concordat.standin.http;

import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpResponseMessage;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/// Answers as bytes of HTTP/1.1 (RFC 9112).
final class ResponseBytes {
  private static final int NO_CONTENT = 204;
  private static final int RESET_CONTENT = 205;
  private static final int NOT_MODIFIED = 304;
  private static final int FIRST_FINAL = 200;
  private static final int HEAD_BYTES = 512;

  /// How a message is framed the server says, whatever the answer does.
  private static final Set<String> FRAMING = Set.of("content-length", "transfer-encoding");

  private ResponseBytes() {}

  static boolean hasBody(int status) {
    return status >= FIRST_FINAL
        && status != NO_CONTENT
        && status != RESET_CONTENT
        && status != NOT_MODIFIED;
  }

  static byte[] of(Served served, Expected expected) {
    HttpResponseMessage answer = served.message();
    var head = new StringBuilder(HEAD_BYTES);
    String reason =
        served.reason().isEmpty()
            ? HttpResponseStatus.valueOf(answer.status()).reasonPhrase()
            : served.reason();
    head.append("HTTP/1.1 ").append(answer.status()).append(' ');
    add(reason, head);
    head.append("\r\n");
    boolean hasBody = hasBody(answer.status());
    for (Header header : answer.headers()) {
      String name = header.name().toLowerCase(Locale.ROOT);
      boolean isOurs =
          FRAMING.contains(name)
              || (!hasBody && name.equals("content-type"))
              || (expected.isLast() && name.equals("connection"));
      if (!isOurs) {
        add(header.name(), header.value(), head);
      }
    }
    if (expected.isLast()) {
      head.append("connection: close\r\n");
    }
    if (hasBody) {
      head.append("content-length: ").append(answer.body().size()).append("\r\n");
    } else if (answer.status() == RESET_CONTENT) {
      // Unlike the others without a body, this one's end is not known by its status (RFC 9112,
      // section 6.3).
      head.append("content-length: 0\r\n");
    }
    head.append("\r\n");
    var out = new ByteArrayOutputStream(head.length() + answer.body().size());
    out.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
    if (hasBody && !expected.isHead()) {
      out.writeBytes(answer.body().toArray());
    }
    return out.toByteArray();
  }

  private static void add(String name, String value, StringBuilder head) {
    add(name, head);
    head.append(": ");
    add(value, head);
    head.append("\r\n");
  }

  /// Characters that would end a field, and those that no field can have, are sent as `?`.
  private static void add(String text, StringBuilder head) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      head.append((c < ' ' && c != '\t') || c == 0x7f ? '?' : c);
    }
  }
}
