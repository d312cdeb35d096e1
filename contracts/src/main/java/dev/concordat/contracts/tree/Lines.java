package dev.concordat.contracts.tree;

import java.nio.ByteBuffer;
import java.util.Arrays;

/// Where lines start, and how many characters stand where.
final class Lines {
  // A 1 in each of eight bytes.
  private static final long EACH = 0x0101_0101_0101_0101L;

  private Lines() {}

  /// The first byte of each line: after LF, CRLF or a lone CR.
  static int[] starts(byte[] bytes) {
    int[] starts = new int[16];
    int count = 1;
    ByteBuffer words = ByteBuffer.wrap(bytes);
    for (int from = 0; from < bytes.length; from += Long.BYTES) {
      int to = Math.min(bytes.length, from + Long.BYTES);
      if (to - from == Long.BYTES && !hasBreak(words.getLong(from))) {
        continue;
      }
      for (int i = from; i < to; i++) {
        byte b = bytes[i];
        if (b == '\n' || (b == '\r' && !(i + 1 < bytes.length && bytes[i + 1] == '\n'))) {
          if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
          }
          starts[count++] = i + 1;
        }
      }
    }
    return Arrays.copyOf(starts, count);
  }

  /// Whether one of the eight bytes is LF or CR.
  private static boolean hasBreak(long word) {
    return hasZero(word ^ (EACH * '\n')) || hasZero(word ^ (EACH * '\r'));
  }

  private static boolean hasZero(long word) {
    return ((word - EACH) & ~word & (EACH << 7)) != 0;
  }

  /// How many characters stand before byte 0, n, 2n, …
  static int[] characters(byte[] bytes, int step) {
    int[] counts = new int[bytes.length / step + 1];
    int count = 0;
    for (int mark = 0; mark < counts.length; mark++) {
      counts[mark] = count;
      int end = Math.min(bytes.length, (mark + 1) * step);
      for (int i = mark * step; i < end; i++) {
        count += Source.isFirstByte(bytes[i]) ? 1 : 0;
      }
    }
    return counts;
  }
}
