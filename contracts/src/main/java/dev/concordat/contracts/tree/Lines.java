package dev.concordat.contracts.tree;

import java.util.Arrays;

/// Where lines start, and how many characters stand where.
final class Lines {
  /// LF is 10 and CR is 13; most bytes are greater.
  private static final int LAST_BREAK = '\r';

  private static final int FIRST_PLAIN = LAST_BREAK + 1;

  private Lines() {}

  /// The first byte of each line: after LF, CRLF or a lone CR.
  static int[] starts(byte[] bytes) {
    int[] starts = new int[16];
    int count = 1;
    // In code that was just compiled, reading eight at once through a buffer costs more.
    int whole = bytes.length - 3;
    for (int i = 0; i < bytes.length; i++) {
      while (i < whole
          && ((bytes[i] - FIRST_PLAIN)
                  | (bytes[i + 1] - FIRST_PLAIN)
                  | (bytes[i + 2] - FIRST_PLAIN)
                  | (bytes[i + 3] - FIRST_PLAIN))
              >= 0) {
        i += 4;
      }
      if (i == bytes.length) {
        break;
      }
      byte b = bytes[i];
      if (b <= LAST_BREAK && isEnd(bytes, i)) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, count);
  }

  /// Whether a line ends with that byte: LF, the LF of CRLF, or a lone CR.
  static boolean isEnd(byte[] bytes, int at) {
    return bytes[at] == '\n'
        || (bytes[at] == '\r' && !(at + 1 < bytes.length && bytes[at + 1] == '\n'));
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
