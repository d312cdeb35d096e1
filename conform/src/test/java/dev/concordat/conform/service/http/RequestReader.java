package dev.concordat.conform.service.http;

import dev.concordat.model.exchange.Header;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads the requests of one connection, one after the other.
final class RequestReader {
  private static final int MAX_HEAD_BYTES = 2 << 20;
  private static final int MAX_BODY_BYTES = 64 << 20;
  private static final int HEX = 16;

  private final InputStream in;
  private ByteArrayOutputStream raw = new ByteArrayOutputStream();
  private int headBytes;

  RequestReader(InputStream in) {
    this.in = in;
  }

  /// The next request; empty when the connection ends or what comes is not HTTP.
  Optional<Request> next() throws IOException {
    raw = new ByteArrayOutputStream();
    headBytes = 0;
    String first = line();
    String[] parts = first == null ? new String[0] : first.split(" ", -1);
    if (parts.length != 3 || !parts[2].startsWith("HTTP/1.")) {
      return Optional.empty();
    }
    List<Header> headers = headers();
    byte[] body = body(headers);
    return Optional.of(new Request(parts[0], parts[1], headers, body, raw.toByteArray()));
  }

  private List<Header> headers() throws IOException {
    List<Header> headers = new ArrayList<>();
    String line = line();
    while (line != null && !line.isEmpty()) {
      int colon = line.indexOf(':');
      if (colon <= 0) {
        throw new IOException("not a header: " + line);
      }
      headers.add(new Header(line.substring(0, colon), line.substring(colon + 1).strip()));
      line = line();
    }
    return headers;
  }

  private byte[] body(List<Header> headers) throws IOException {
    int length = 0;
    for (Header header : headers) {
      switch (header.name().toLowerCase(Locale.ROOT)) {
        case "content-length" -> length = number(header.value(), 10);
        case "transfer-encoding" -> {
          return chunks();
        }
        default -> {}
      }
    }
    return bytes(length);
  }

  private byte[] chunks() throws IOException {
    var all = new ByteArrayOutputStream();
    int size = number(chunkSize(), HEX);
    while (size > 0) {
      all.writeBytes(bytes(size));
      line();
      size = number(chunkSize(), HEX);
    }
    headers();
    return all.toByteArray();
  }

  private String chunkSize() throws IOException {
    String line = line();
    return line == null ? "" : line.split(";", -1)[0].strip();
  }

  private static int number(String text, int radix) throws IOException {
    try {
      int number = Integer.parseInt(text, radix);
      if (number < 0 || number > MAX_BODY_BYTES) {
        throw new IOException("too large a body: " + text);
      }
      return number;
    } catch (NumberFormatException e) {
      throw new IOException("not a length: " + text, e);
    }
  }

  private byte[] bytes(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new IOException("the request ended early");
    }
    raw.writeBytes(bytes);
    return bytes;
  }

  private @Nullable String line() throws IOException {
    var line = new ByteArrayOutputStream();
    int next = in.read();
    if (next < 0) {
      return null;
    }
    while (next >= 0 && next != '\n') {
      if (++headBytes > MAX_HEAD_BYTES) {
        throw new IOException("too large a head");
      }
      line.write(next);
      next = in.read();
    }
    raw.writeBytes(line.toByteArray());
    raw.write('\n');
    String text = line.toString(StandardCharsets.UTF_8);
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }
}
