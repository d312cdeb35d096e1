package dev.concordat.model.matching;

import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Locale;

/// Whether a text is a date or time in a format of Java's pattern letters, which is what Pact uses. Strict: 30 February is
/// no date.
final class TemporalText {
  private TemporalText() {}

  static boolean matches(String format, String text) {
    DateTimeFormatter formatter;
    try {
      formatter =
          new DateTimeFormatterBuilder()
              .parseCaseInsensitive()
              .appendPattern(withProlepticYears(format))
              .toFormatter(Locale.ENGLISH)
              .withResolverStyle(ResolverStyle.STRICT);
    } catch (IllegalArgumentException notAFormat) {
      return false;
    }
    return parses(formatter, text);
  }

  private static boolean parses(DateTimeFormatter formatter, String text) {
    try {
      var position = new ParsePosition(0);
      formatter.parse(text, position);
      return position.getIndex() == text.length();
    } catch (DateTimeException | IndexOutOfBoundsException e) {
      return false;
    }
  }

  /// `y` is the year of an era, which a strict formatter resolves only together with the era; `u` needs none.
  private static String withProlepticYears(String format) {
    var out = new StringBuilder(format.length());
    boolean quoted = false;
    for (int i = 0; i < format.length(); i++) {
      char c = format.charAt(i);
      quoted ^= c == '\'';
      out.append(c == 'y' && !quoted ? 'u' : c);
    }
    return out.toString();
  }
}
