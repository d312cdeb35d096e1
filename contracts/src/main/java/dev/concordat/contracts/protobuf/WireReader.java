package dev.concordat.contracts.protobuf;

import com.google.protobuf.WireFormat;
import java.nio.ByteBuffer;

/// Reads the parts of which messages are made. After reading behind the end, {@link #isPastEnd} holds.
final class WireReader {
  private static final int MAX_VARINT_BYTES = 10;

  private final byte[] bytes;
  private int at;
  private boolean isPastEnd;

  WireReader(byte[] bytes) {
    this.bytes = bytes;
  }

  int size() {
    return bytes.length;
  }

  int at() {
    return at;
  }

  boolean isPastEnd() {
    return isPastEnd;
  }

  long varint(int end) {
    long value = 0;
    for (int i = 0; i < MAX_VARINT_BYTES && at < end; i++) {
      byte b = bytes[at++];
      value |= (long) (b & 0x7F) << (7 * i);
      if (b >= 0) {
        return value;
      }
    }
    isPastEnd = true;
    return 0;
  }

  void skip(int count, int end) {
    if (count > end - at) {
      isPastEnd = true;
      at = end;
    } else {
      at += count;
    }
  }

  /// The bytes up to a place, which is then reached.
  ByteBuffer take(int stop) {
    ByteBuffer taken = ByteBuffer.wrap(bytes, at, stop - at);
    at = stop;
    return taken;
  }

  /// Goes behind a value; false if it has no end.
  boolean skipValue(int wireType, int number, int end, int depth) {
    switch (wireType) {
      case WireFormat.WIRETYPE_VARINT -> varint(end);
      case WireFormat.WIRETYPE_FIXED64 -> skip(8, end);
      case WireFormat.WIRETYPE_FIXED32 -> skip(4, end);
      case WireFormat.WIRETYPE_LENGTH_DELIMITED -> {
        long length = varint(end);
        isPastEnd |= length < 0 || length > end - at;
        at = isPastEnd ? end : at + (int) length;
      }
      case WireFormat.WIRETYPE_START_GROUP -> {
        int stop = endOfGroup(number, end, depth);
        if (stop < 0) {
          return false;
        }
        at = stop;
        varint(end);
      }
      default -> isPastEnd = true;
    }
    return !isPastEnd;
  }

  /// Where the end tag of a group starts whose content starts here, or -1; stays here.
  int endOfGroup(int number, int end, int depth) {
    int start = at;
    int found = -1;
    while (depth > 0 && found < 0 && at < end) {
      int tagStart = at;
      long tag = varint(end);
      int wireType = (int) (tag & 7);
      int tagged = (int) (tag >>> 3);
      if (isPastEnd) {
        break;
      }
      if (wireType == WireFormat.WIRETYPE_END_GROUP) {
        if (tagged != number) {
          break;
        }
        found = tagStart;
      } else if (!skipValue(wireType, tagged, end, depth - 1)) {
        break;
      }
    }
    at = start;
    isPastEnd = false;
    return found;
  }
}
