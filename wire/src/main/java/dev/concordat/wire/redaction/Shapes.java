package dev.concordat.wire.redaction;

import java.util.List;
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

  /// Keys that their makers begin with words of their own, so that they are found when they get about.
  private static final Pattern KEY =
      Pattern.compile(
          "(?<![A-Za-z0-9])(?:(?:AKIA|ASIA)[0-9A-Z]{16}+(?![A-Za-z0-9])"
              + "|gh[pousr]_[A-Za-z0-9]{20,}+|github_pat_[A-Za-z0-9_]{20,}+"
              + "|xox[abeprs]-[A-Za-z0-9-]{10,}+|(?:sk|rk|pk)_(?:live|test)_[A-Za-z0-9]{10,}+"
              + "|sk-[A-Za-z0-9_-]{20,}+|AIza[0-9A-Za-z_-]{35}+|glpat-[A-Za-z0-9_-]{20,}+"
              + "|npm_[A-Za-z0-9]{36}+)");

  private static final List<String> KEY_STARTS =
      List.of(
          "AKIA",
          "ASIA",
          "ghp_",
          "gho_",
          "ghu_",
          "ghs_",
          "ghr_",
          "github_pat_",
          "xox",
          "_live_",
          "_test_",
          "sk-",
          "AIza",
          "glpat-",
          "npm_");

  private static final Pattern PRIVATE_KEY =
      Pattern.compile(
          "-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----[^-]*+(?:-----END [A-Z ]{0,40}-----)?");

  /// A password in an address (RFC 3986 section 3.2.1).
  private static final Pattern IN_ADDRESS =
      Pattern.compile("(://[^\\s/:@\"]{1,100}+:)[^\\s/@\"]{1,200}+@");

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
    if (startsKey(redacted)) {
      redacted = replace(KEY, redacted, mark);
    }
    if (redacted.contains("PRIVATE KEY-----")) {
      redacted = replace(PRIVATE_KEY, redacted, mark);
    }
    if (redacted.contains("://") && redacted.indexOf('@') >= 0) {
      redacted =
          IN_ADDRESS.matcher(redacted).replaceAll("$1" + Matcher.quoteReplacement(mark) + "@");
    }
    return hasManyDigits(redacted) ? cards(redacted, mark) : redacted;
  }

  private static boolean startsKey(String text) {
    return KEY_STARTS.stream().anyMatch(text::contains);
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
