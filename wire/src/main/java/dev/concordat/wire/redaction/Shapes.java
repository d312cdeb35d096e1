package dev.concordat.wire.redaction;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Secrets that are known by their shape, in any text. The patterns never go back over what they took, so the time is
/// linear in the text.
final class Shapes {
  private static final Pattern WEB_TOKEN =
      Pattern.compile(
          "(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{5,}+\\.[A-Za-z0-9_-]{5,}+\\.[A-Za-z0-9_-]*+");

  private static final Pattern BEARER =
      Pattern.compile("(?i)(?<![a-z])(bearer[ +]++)[a-z0-9._~+/-]{8,}+=*+");

  private static final Pattern DIGITS =
      Pattern.compile("(?<![A-Za-z0-9.-])[0-9](?:[ -]?[0-9]){13,18}+(?![A-Za-z0-9-])");

  private static final int SHORTEST_CARD = 14;

  private Shapes() {}

  static String redact(String text, String mark) {
    String redacted = text;
    if (redacted.contains("eyJ")) {
      redacted = replace(WEB_TOKEN, redacted, mark);
    }
    if (redacted.contains("earer") || redacted.contains("EARER")) {
      redacted = BEARER.matcher(redacted).replaceAll("$1" + Matcher.quoteReplacement(mark));
    }
    return hasManyDigits(redacted) ? cards(redacted, mark) : redacted;
  }

  private static String replace(Pattern pattern, String text, String mark) {
    return pattern.matcher(text).replaceAll(Matcher.quoteReplacement(mark));
  }

  private static String cards(String text, String mark) {
    return DIGITS
        .matcher(text)
        .replaceAll(
            found -> Matcher.quoteReplacement(CardNumber.is(found.group()) ? mark : found.group()));
  }

  /// The quick check before the pattern: nearly no text has so many digits in a row.
  private static boolean hasManyDigits(String text) {
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        if (++digits == SHORTEST_CARD) {
          return true;
        }
      } else if (c != ' ' && c != '-') {
        digits = 0;
      }
    }
    return false;
  }
}
