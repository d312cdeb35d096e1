package dev.concordat.cases.value;

/// Brings text of a format to a length that a schema wants, where the format leaves that open.
final class FormatLengths {
  private static final int MAX_FRACTION = 9;
  private static final String ZONE = "+00:00";

  /// Longest part of a name before an `@` (RFC 5321, section 4.5.3.1.1), in characters.
  private static final int MAX_LOCAL = 64;

  private FormatLengths() {}

  /// The text where its length is fine, or where no other of the format is known.
  static String within(String format, String text, int least, int most) {
    if (text.length() >= least && text.length() <= most) {
      return text;
    }
    return switch (format) {
      case "date-time" -> moment(text, least);
      case "uri", "url", "iri", "uri-reference", "iri-reference" -> longer(text, least);
      case "password", "binary" -> text.length() < least ? longer(text, least) : cut(text, most);
      case "email", "idn-email" ->
          least - text.length() < MAX_LOCAL - text.indexOf('@')
              ? "m".repeat(Math.max(0, least - text.length())) + text
              : text;
      default -> text;
    };
  }

  private static String longer(String text, int least) {
    return text + "m".repeat(Math.max(0, least - text.length()));
  }

  private static String cut(String text, int most) {
    return text.substring(0, Math.min(text.length(), most));
  }

  /// With a zone in digits, and with parts of seconds, as RFC 3339 allows.
  private static String moment(String text, int least) {
    String seconds = text.substring(0, text.length() - 1);
    int wanted = least - seconds.length();
    if (wanted == ZONE.length()) {
      return seconds + ZONE;
    }
    int digits = wanted - 2;
    return digits < 1 || digits > MAX_FRACTION ? text : seconds + "." + "0".repeat(digits) + "Z";
  }
}
