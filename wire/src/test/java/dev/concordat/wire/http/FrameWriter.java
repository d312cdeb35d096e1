package dev.concordat.wire.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/// Writes frames of HTTP/2 (RFC 9113, section 4.1), some of them of types and lengths that nobody expects. What is in them is
/// chance: a link that relays must not care.
final class FrameWriter {
  static final byte[] PREFACE =
      "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final int DATA = 0;
  private static final int HEADERS = 1;
  private static final int RST_STREAM = 3;
  private static final int SETTINGS = 4;
  private static final int PING = 6;
  private static final int GOAWAY = 7;
  private static final int WINDOW_UPDATE = 8;
  private static final int CONTINUATION = 9;
  private static final List<Integer> TYPES =
      List.of(
          DATA,
          HEADERS,
          RST_STREAM,
          SETTINGS,
          PING,
          GOAWAY,
          WINDOW_UPDATE,
          CONTINUATION,
          0x10,
          0xFA);
  private static final int MOST_DATA = 20_000;

  private final Random random;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  FrameWriter(Random random) {
    this.random = random;
  }

  FrameWriter preface() {
    out.writeBytes(PREFACE);
    return this;
  }

  FrameWriter settings() {
    return frame(SETTINGS, 0, 0, 6 * random.nextInt(4));
  }

  FrameWriter acknowledgement() {
    return frame(SETTINGS, 1, 0, 0);
  }

  /// Headers, now and then continued, and some data behind them.
  FrameWriter message(int stream) {
    boolean isContinued = random.nextInt(4) == 0;
    frame(HEADERS, isContinued ? 0 : 4, stream, 1 + random.nextInt(300));
    if (isContinued) {
      frame(CONTINUATION, 4, stream, random.nextInt(100));
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      frame(DATA, i == 1 ? 1 : 0, stream, random.nextInt(MOST_DATA));
    }
    return this;
  }

  /// Any frame at all.
  FrameWriter anything() {
    int type = TYPES.get(random.nextInt(TYPES.size()));
    return frame(type, random.nextInt(256), random.nextInt(100), random.nextInt(50));
  }

  private FrameWriter frame(int type, int flags, int stream, int length) {
    byte[] payload = new byte[length];
    random.nextBytes(payload);
    out.write(length >> 16);
    out.write(length >> 8);
    out.write(length);
    out.write(type);
    out.write(flags);
    out.write(0);
    out.write(stream >> 16);
    out.write(stream >> 8);
    out.write(stream);
    out.writeBytes(payload);
    return this;
  }

  byte[] bytes() {
    byte[] written = out.toByteArray();
    out.reset();
    return written;
  }
}
