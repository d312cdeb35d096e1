package dev.concordat.contracts.schema;

/// Which characters may stand in which component of a URI (RFC 3986 appendix A). Examples are full of URIs, so this runs
/// without regular expressions.
final class UriText {
  // The characters of each class stand in those after it, too.
  private static final byte NAME = 1;
  private static final byte USER = 2;
  private static final byte PATH = 3;
  private static final byte QUERY = 4;
  private static final byte[] CLASSES = new byte[128];

  static {
    for (char c = 'a'; c <= 'z'; c++) {
      CLASSES[c] = NAME;
      CLASSES[Character.toUpperCase(c)] = NAME;
    }
    "0123456789-._~!$&'()*+,;=%".chars().forEach(c -> CLASSES[c] = NAME);
    CLASSES[':'] = USER;
    CLASSES['@'] = PATH;
    CLASSES['/'] = PATH;
    CLASSES['?'] = QUERY;
  }

  private UriText() {}

  static boolean isName(String text) {
    return isOf(NAME, text);
  }

  static boolean isUser(String text) {
    return isOf(USER, text);
  }

  static boolean isPath(String text) {
    return isOf(PATH, text);
  }

  /// A query or a fragment.
  static boolean isQuery(String text) {
    return isOf(QUERY, text);
  }

  private static boolean isOf(byte highest, String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= CLASSES.length || CLASSES[c] == 0 || CLASSES[c] > highest) {
        return false;
      }
    }
    return true;
  }

  static boolean isScheme(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!isLetter && (i == 0 || !(isDigit(c) || c == '+' || c == '.' || c == '-'))) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  /// Whether two hexadecimal digits follow every percent sign.
  static boolean isEncoded(String text) {
    for (int at = text.indexOf('%'); at >= 0; at = text.indexOf('%', at + 1)) {
      if (at + 2 >= text.length() || !isHex(text.charAt(at + 1)) || !isHex(text.charAt(at + 2))) {
        return false;
      }
    }
    return true;
  }

  /// A colon and digits, or nothing.
  static boolean isPort(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (i == 0 ? text.charAt(i) != ':' : !isDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isHex(char c) {
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }
}
