package dev.concordat.cases.shape;

import dev.concordat.cases.value.Dice;
import java.util.List;

/// Text that is harmless where it is treated as text, and shows itself where it is put into a query, a page, a template, a
/// path, a command or a log line.
final class HostileTexts {
  private static final int MAX_RANDOM = 60;

  private static final List<String> ALL =
      List.of(
          "'",
          "' OR '1'='1",
          "\"; --",
          "1); SELECT 1 --",
          "%' AND 1=1 AND '%'='",
          "{\"$gt\": \"\"}",
          "<script>alert(1)</script>",
          "\"><img src=x onerror=alert(1)>",
          "${7*7}",
          "{{7*7}}",
          "#{7*7}",
          "../../../../etc/hostname",
          "file:///etc/hostname",
          "$(id)",
          "`id`",
          "; id",
          "| id",
          "%n%s%x",
          "a\r\nX-Injected: 1",
          "\u0000",
          "\u0000a",
          "\\",
          "%00",
          "\ud800",
          "\uffff",
          "*)(uid=*",
          "&lt;!ENTITY x&gt;",
          "-",
          "=1+1",
          "@SUM(1)",
          "__proto__",
          "constructor",
          "undefined",
          "NaN",
          "Infinity",
          "None",
          "nil",
          "0x10",
          "1_000",
          "١٢٣",
          "\u200f\u202e",
          "İ".repeat(20),
          "ﷺ".repeat(20));

  /// Where random text is taken from: letters of several scripts, marks, controls, what lies beyond the basic plane.
  private static final List<int[]> RANGES =
      List.of(
          new int[] {0x20, 0x7e},
          new int[] {0xa0, 0x17f},
          new int[] {0x300, 0x36f},
          new int[] {0x5d0, 0x64a},
          new int[] {0x2000, 0x206f},
          new int[] {0x4e00, 0x4fff},
          new int[] {0x1f300, 0x1f6ff},
          new int[] {0x1, 0x1f});

  private HostileTexts() {}

  static String text(Dice dice) {
    return dice.below(3) > 0 ? dice.oneOf(ALL) : random(dice);
  }

  private static String random(Dice dice) {
    int length = dice.below(MAX_RANDOM);
    var text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      int[] range = dice.oneOf(RANGES);
      text.appendCodePoint(range[0] + dice.below(range[1] - range[0] + 1));
    }
    return text.toString();
  }
}
