package dev.concordat.wire.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;

/// Collects one line at a time, however it is cut into packets. Lines end with LF, a CR before it is not part of them
/// (RFC 9112 section 2.2). The array is used again for every line.
final class LineReader {
  private static final byte LINE_FEED = '\n';
  private static final int SHOWN_BYTES = 40;

  private byte[] bytes = new byte[256];
  private int length;
  private int left;
  private boolean isComplete;

  /// How many bytes the next lines may have together.
  void allow(int limit) {
    left = limit;
  }

  /// Whether a line is complete now; if not, all bytes were taken and the rest is still to come.
  boolean read(ByteBuf in) throws NotHttp {
    if (isComplete) {
      isComplete = false;
      length = 0;
    }
    int start = in.readerIndex();
    int lineFeed = in.indexOf(start, in.writerIndex(), LINE_FEED);
    int taken = (lineFeed < 0 ? in.writerIndex() : lineFeed + 1) - start;
    if (taken > left) {
      throw new NotHttp("a head over its limit, beginning with " + shown());
    }
    left -= taken;
    if (length + taken > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(length + taken, 2 * bytes.length));
    }
    in.readBytes(bytes, length, taken);
    length += taken;
    if (lineFeed < 0) {
      return false;
    }
    length--;
    if (length > 0 && bytes[length - 1] == '\r') {
      length--;
    }
    isComplete = true;
    return true;
  }

  boolean isEmpty() {
    return length == 0;
  }

  /// Whether bytes of a line have come whose end has not.
  boolean isInLine() {
    return !isComplete && length > 0;
  }

  int length() {
    return length;
  }

  byte at(int index) {
    return bytes[index];
  }

  /// Where a byte stands from an index on, else -1.
  int find(byte wanted, int from) {
    for (int i = from; i < length; i++) {
      if (bytes[i] == wanted) {
        return i;
      }
    }
    return -1;
  }

  /// A part of the line, every byte as the character of the same number.
  String text(int start, int end) {
    return new String(bytes, start, end - start, ISO_8859_1);
  }

  /// A part that often repeats: the same String is given again.
  String repeated(int start, int end, Names names) {
    return names.of(bytes, start, end);
  }

  /// The line's beginning as an error message quotes it, controls replaced.
  String shown() {
    String text = text(0, Math.min(length, SHOWN_BYTES)).replaceAll("[^ -~]", "·");
    return length > SHOWN_BYTES ? "'" + text + "…'" : "'" + text + "'";
  }
}
