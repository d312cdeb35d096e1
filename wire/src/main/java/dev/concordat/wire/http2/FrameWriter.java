package dev.concordat.wire.http2;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.concordat.model.exchange.Header;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;

/// Writes frames (RFC 9113 section 6). Header blocks use no table (RFC 7541 section 6.2.3: literals that are never indexed), so
/// that it does not matter what the receiver's holds.
final class FrameWriter {
  /// Every receiver takes frames of this length (RFC 9113 section 4.2).
  static final int MAX_PAYLOAD = 16_384;

  private static final int HEADER_BYTES = 9;
  private static final int EMPTY_TABLE = 0x20;
  private static final int NEVER_INDEXED = 0x10;
  private static final int LENGTH_PREFIX = 0x7f;
  private static final int MORE = 0x80;
  private static final int BITS_IN_BYTE = 7;

  private FrameWriter() {}

  static ByteBuffer frame(int type, int flags, int stream, ByteBuffer payload) {
    int size = payload.remaining();
    ByteBuffer frame = ByteBuffer.allocate(HEADER_BYTES + size);
    frame.put((byte) (size >> (2 * Byte.SIZE))).putShort((short) size);
    frame.put((byte) type).put((byte) flags).putInt(stream);
    return frame.put(payload.duplicate()).flip();
  }

  static ByteBuffer numbers(int type, int flags, int stream, long... values) {
    ByteBuffer payload = ByteBuffer.allocate(values.length * Integer.BYTES);
    for (long value : values) {
      payload.putInt((int) value);
    }
    return frame(type, flags, stream, payload.flip());
  }

  static ByteBuffer ping(long content, boolean isAnswer) {
    ByteBuffer payload = ByteBuffer.allocate(Long.BYTES).putLong(content).flip();
    return frame(FrameReader.PING, isAnswer ? FrameReader.ACK : 0, 0, payload);
  }

  static ByteBuffer settings(List<Frame.Setting> settings) {
    ByteBuffer payload = ByteBuffer.allocate(settings.size() * (Short.BYTES + Integer.BYTES));
    for (Frame.Setting each : settings) {
      payload.putShort((short) each.id()).putInt((int) each.value());
    }
    return frame(FrameReader.SETTINGS, 0, 0, payload.flip());
  }

  /// A head or trailers, in as many frames as it takes.
  ///
  /// @param isEmptyTable whether to say that the table is empty from now on
  static ByteBuffer head(int stream, List<Header> fields, boolean isEnd, boolean isEmptyTable) {
    int flags = isEnd ? FrameReader.END_STREAM : 0;
    return block(FrameReader.HEADERS, flags, stream, compressed(fields, isEmptyTable));
  }

  static ByteBuffer promise(int stream, int promised, List<Header> fields, boolean isEmptyTable) {
    byte[] compressed = compressed(fields, isEmptyTable);
    byte[] whole =
        ByteBuffer.allocate(Integer.BYTES + compressed.length)
            .putInt(promised)
            .put(compressed)
            .array();
    return block(FrameReader.PUSH_PROMISE, 0, stream, whole);
  }

  private static ByteBuffer block(int type, int flags, int stream, byte[] block) {
    var frames = new ByteArrayOutputStream();
    int at = 0;
    while (at == 0 || at < block.length) {
      int size = Math.min(MAX_PAYLOAD, block.length - at);
      boolean isLast = at + size == block.length;
      int more = (at == 0 ? flags : 0) | (isLast ? FrameReader.END_HEADERS : 0);
      ByteBuffer part = ByteBuffer.wrap(block).slice(at, size);
      frames.writeBytes(
          frame(at == 0 ? type : FrameReader.CONTINUATION, more, stream, part).array());
      at += Math.max(1, size);
    }
    return ByteBuffer.wrap(frames.toByteArray());
  }

  private static byte[] compressed(List<Header> fields, boolean isEmptyTable) {
    var block = new ByteArrayOutputStream();
    if (isEmptyTable) {
      block.write(EMPTY_TABLE);
    }
    for (Header field : fields) {
      block.write(NEVER_INDEXED);
      text(field.name(), block);
      text(field.value(), block);
    }
    return block.toByteArray();
  }

  /// A text with its length before it, as a number with a prefix of seven bits (RFC 7541 section 5.1).
  private static void text(String text, ByteArrayOutputStream to) {
    byte[] bytes = text.getBytes(ISO_8859_1);
    int rest = bytes.length;
    if (rest < LENGTH_PREFIX) {
      to.write(rest);
    } else {
      to.write(LENGTH_PREFIX);
      rest -= LENGTH_PREFIX;
      while (rest >= MORE) {
        to.write(rest | MORE);
        rest >>= BITS_IN_BYTE;
      }
      to.write(rest);
    }
    to.writeBytes(bytes);
  }
}
