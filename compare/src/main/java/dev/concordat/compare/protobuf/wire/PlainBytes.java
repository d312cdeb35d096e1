package dev.concordat.compare.protobuf.wire;

import com.google.protobuf.ByteString;
import com.google.protobuf.WireFormat;
import dev.concordat.compare.protobuf.wire.PlainReader.Refusal;

/// Bytes that are read one after the other.
final class PlainBytes {
  private static final int MAX_VARINT_BYTES = 10;
  private static final int MAX_DEPTH = 100;

  private final byte[] bytes;
  private int at;

  PlainBytes(byte[] bytes) {
    this.bytes = bytes;
  }

  int at() {
    return at;
  }

  long varint(int end) throws Refusal {
    long value = 0;
    for (int i = 0; i < MAX_VARINT_BYTES && at < end; i++) {
      byte next = bytes[at++];
      value |= (next & 0x7FL) << (7 * i);
      if (next >= 0) {
        return value;
      }
    }
    throw new Refusal("a number does not end");
  }

  /// A number of a fixed size, its least byte first.
  long fixed(int size, int end) throws Refusal {
    if (size > end - at) {
      throw new Refusal("the message ends within a number");
    }
    long value = 0;
    for (int i = 0; i < size; i++) {
      value |= (bytes[at++] & 0xFFL) << (8 * i);
    }
    return value;
  }

  /// Where what a length stands before ends.
  int length(int end) throws Refusal {
    long length = varint(end);
    if (length < 0 || length > end - at) {
      throw new Refusal("the message ends before a length that it announces");
    }
    return at + (int) length;
  }

  ByteString take(int stop) {
    ByteString taken = ByteString.copyFrom(bytes, at, stop - at);
    at = stop;
    return taken;
  }

  /// Goes behind the value of a field that nobody knows.
  void skip(int number, int wireType, int end, int depth) throws Refusal {
    switch (wireType) {
      case WireFormat.WIRETYPE_VARINT -> varint(end);
      case WireFormat.WIRETYPE_FIXED64 -> fixed(8, end);
      case WireFormat.WIRETYPE_FIXED32 -> fixed(4, end);
      case WireFormat.WIRETYPE_LENGTH_DELIMITED -> at = length(end);
      case WireFormat.WIRETYPE_START_GROUP -> skipGroup(number, end, depth + 1);
      default -> throw new Refusal("there is no wire type " + wireType);
    }
  }

  private void skipGroup(int number, int end, int depth) throws Refusal {
    if (depth > MAX_DEPTH) {
      throw new Refusal("more than " + MAX_DEPTH + " groups stand inside one another");
    }
    while (true) {
      long tag = varint(end);
      int inner = (int) (tag >>> 3);
      int wireType = (int) (tag & 7);
      if (wireType != WireFormat.WIRETYPE_END_GROUP) {
        skip(inner, wireType, end, depth);
      } else if (inner == number) {
        return;
      } else {
        throw new Refusal("group " + inner + " ends, which was not begun");
      }
    }
  }
}
