package dev.concordat.wire.fault;

import java.nio.ByteBuffer;

/// Counts the messages of gRPC in the bytes of a body, in whatever pieces they come.
final class MessageScan {
  private int prefixBytes;
  private long length;
  private long left;
  private long messages;

  /// How many messages have ended.
  long messages() {
    return messages;
  }

  /// Moves on to the end of the message in hand, or to the end of the bytes; says how many bytes that were.
  int next(ByteBuffer bytes, int from) {
    int at = from;
    while (at < bytes.limit()) {
      if (prefixBytes < Grpc.PREFIX_BYTES) {
        byte next = bytes.get(at++);
        length = prefixBytes == 0 ? 0 : (length << Byte.SIZE) | (next & 0xff);
        prefixBytes++;
        left = length;
      } else {
        int passed = (int) Math.min(left, bytes.limit() - at);
        at += passed;
        left -= passed;
      }
      if (prefixBytes == Grpc.PREFIX_BYTES && left == 0) {
        prefixBytes = 0;
        messages++;
        return at - from;
      }
    }
    return at - from;
  }
}
