package dev.concordat.contracts.protobuf;

import java.nio.charset.StandardCharsets;

/// From the columns of `protoc`, which count bytes and let tabs reach to the next multiple of eight, to ours, which count
/// code points.
final class Columns {
  private static final int TAB_WIDTH = 8;

  private Columns() {}

  /// The code point, from 1, at a column of the compiler, from 0.
  static int codePoint(String line, int column) {
    int at = 0;
    int count = 1;
    for (int i = 0;
        i < line.length() && at < column;
        i += Character.charCount(line.codePointAt(i))) {
      int character = line.codePointAt(i);
      at +=
          character == '\t'
              ? TAB_WIDTH - at % TAB_WIDTH
              : Character.toString(character).getBytes(StandardCharsets.UTF_8).length;
      count++;
    }
    return count + Math.max(0, column - at);
  }
}
