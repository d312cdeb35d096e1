package dev.concordat.conform.service.http;

import dev.concordat.model.exchange.Header;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// Puts responses on a connection.
final class ResponseWriter {
  private static final int NO_CONTENT = 204;
  private static final int NOT_MODIFIED = 304;

  private final OutputStream out;

  ResponseWriter(OutputStream out) {
    this.out = out;
  }

  /// Writes it as its ending says.
  ///
  /// @return whether the connection can carry another
  boolean write(String method, Response response) throws IOException {
    boolean isBodiless =
        method.equals("HEAD")
            || response.status() == NO_CONTENT
            || response.status() == NOT_MODIFIED;
    return switch (response.ending()) {
      case PROPER -> {
        send(
            head(response, response.status() != NO_CONTENT),
            isBodiless ? 0 : response.body().length,
            response);
        yield true;
      }
      case WITH_BODY -> {
        send(head(response, true), response.body().length, response);
        yield !isBodiless;
      }
      case CUT -> {
        send(head(response, true), response.body().length / 2, response);
        yield false;
      }
      case CLOSED, HANGING -> false;
    };
  }

  private void send(String head, int bodyBytes, Response response) throws IOException {
    var bytes = new ByteArrayOutputStream(head.length() + bodyBytes);
    bytes.writeBytes(head.getBytes(StandardCharsets.UTF_8));
    bytes.write(response.body(), 0, bodyBytes);
    bytes.writeTo(out);
    out.flush();
  }

  private static String head(Response response, boolean withLength) {
    var head = new StringBuilder("HTTP/1.1 ").append(response.status()).append(" -\r\n");
    for (Header header : response.headers()) {
      head.append(header.name()).append(": ").append(header.value()).append("\r\n");
    }
    boolean isLengthKnown = response.status() != NOT_MODIFIED || response.body().length > 0;
    if (withLength && isLengthKnown) {
      head.append("Content-Length: ").append(response.body().length).append("\r\n");
    }
    return head.append("\r\n").toString();
  }
}
