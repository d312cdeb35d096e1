package dev.concordat.wire.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Writes one message in one of the many ways that HTTP/1.1 allows, and remembers what it means.
final class MessageWriter {
  private static final int LONGEST_BODY = 3_000;
  private static final int LONGEST_CHUNK = 700;

  private final Random random;
  private final String lineEnd;
  private final ByteArrayOutputStream head = new ByteArrayOutputStream();
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private final List<Header> headers = new ArrayList<>();
  private byte[] content = {};

  MessageWriter(Random random) {
    this.random = random;
    this.lineEnd = random.nextInt(10) == 0 ? "\n" : "\r\n";
  }

  void startLine(String line) {
    if (random.nextInt(20) == 0 && !line.startsWith("HTTP/")) {
      raw(head, lineEnd);
    }
    raw(head, line + lineEnd);
  }

  void header(String name, String value) {
    raw(head, name + ":" + " ".repeat(random.nextInt(3)) + value + "\t".repeat(random.nextInt(2)));
    raw(head, lineEnd);
    headers.add(new Header(name, value));
  }

  void someHeaders() {
    for (int i = random.nextInt(6); i > 0; i--) {
      switch (random.nextInt(5)) {
        case 0 -> header("X-Empty", "");
        case 1 -> header("accept", "text/html, */*;q=0.8");
        case 2 -> header("X-Name", "Zo\u00eb \u00fc");
        case 3 -> folded();
        default -> header("x-" + Long.toString(random.nextLong() >>> 1, 36), "v" + i);
      }
    }
  }

  private void folded() {
    raw(head, "X-Folded: one" + lineEnd + "  two" + lineEnd + "\tthree" + lineEnd);
    headers.add(new Header("X-Folded", "one two three"));
  }

  void noBody() {
    raw(head, lineEnd);
  }

  void sizedBody() {
    content = someBytes(random.nextInt(LONGEST_BODY));
    header("Content-Length", Integer.toString(content.length));
    raw(head, lineEnd);
    body.writeBytes(content);
  }

  void bodyUntilClose() {
    content = someBytes(random.nextInt(LONGEST_BODY));
    raw(head, lineEnd);
    body.writeBytes(content);
  }

  void chunkedBody() {
    content = someBytes(random.nextInt(LONGEST_BODY));
    header("Transfer-Encoding", random.nextBoolean() ? "chunked" : "gzip, Chunked");
    raw(head, lineEnd);
    int at = 0;
    while (at < content.length) {
      int size = Math.min(content.length - at, 1 + random.nextInt(LONGEST_CHUNK));
      raw(body, random.nextInt(4) == 0 ? "00" : "");
      raw(body, random.nextBoolean() ? "%x".formatted(size) : "%X".formatted(size));
      raw(body, random.nextInt(4) == 0 ? ";name=\"a;b\" ; last" : "");
      raw(body, lineEnd);
      body.write(content, at, size);
      raw(body, lineEnd);
      at += size;
    }
    raw(body, "0" + lineEnd);
    if (random.nextInt(3) == 0) {
      raw(body, "X-Trailer: checksum" + lineEnd + "X-Other: 1" + lineEnd);
    }
    raw(body, lineEnd);
  }

  byte[] someBytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  List<Header> headers() {
    return headers;
  }

  Bytes content() {
    return Bytes.of(content);
  }

  byte[] head() {
    return head.toByteArray();
  }

  byte[] body() {
    return body.toByteArray();
  }

  private static void raw(ByteArrayOutputStream out, String text) {
    out.writeBytes(text.getBytes(ISO_8859_1));
  }
}
