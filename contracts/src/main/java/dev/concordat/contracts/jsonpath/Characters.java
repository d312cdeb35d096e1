package dev.concordat.contracts.jsonpath;

/// The characters of a query, one after the other.
class Characters {
  private static final int MAX_CHARACTERS = 10_000;

  final String text;
  int at;

  Characters(String text) {
    this.text = text;
    if (text.length() > MAX_CHARACTERS) {
      throw refuse("it has more than " + MAX_CHARACTERS + " characters");
    }
  }

  /// Why a text is no query.
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int at;

    Refused(String message, int at) {
      super(message, null, false, false);
      this.at = at;
    }

    int at() {
      return at;
    }
  }

  Refused refuse(String reason) {
    return new Refused(reason, at);
  }

  boolean isAtEnd() {
    return at >= text.length();
  }

  char peek() {
    return isAtEnd() ? '\0' : text.charAt(at);
  }

  boolean take(String expected) {
    boolean isThere = text.startsWith(expected, at);
    at += isThere ? expected.length() : 0;
    return isThere;
  }

  void need(String expected) {
    if (!take(expected)) {
      throw refuse(
          "`"
              + expected
              + "` is missing"
              + (isAtEnd() ? " at the end" : " before `" + peek() + "`"));
    }
  }

  void blanks() {
    while (!isAtEnd() && " \t\n\r".indexOf(peek()) >= 0) {
      at++;
    }
  }

  /// The name after a dot: letters, `_`, digits after the first, and everything beyond ASCII.
  String shorthand() {
    int start = at;
    while (!isAtEnd() && isNameCharacter(peek(), at > start)) {
      at++;
    }
    if (at == start) {
      throw refuse("a name, `*` or `[` is missing");
    }
    return text.substring(start, at);
  }

  private static boolean isNameCharacter(char c, boolean isLater) {
    boolean isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 0x80;
    return isLetter || (isLater && c >= '0' && c <= '9');
  }

  /// A text in single or double quotes.
  String quoted() {
    char quote = peek();
    at++;
    var value = new StringBuilder();
    while (!isAtEnd() && peek() != quote) {
      char c = peek();
      if (c < ' ') {
        throw refuse("a control character stands in a text");
      }
      at++;
      value.append(c == '\\' ? escaped(quote) : c);
    }
    need(String.valueOf(quote));
    return value.toString();
  }

  private char escaped(char quote) {
    char c = peek();
    at++;
    return switch (c) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case '/', '\\' -> c;
      case 'u' -> unicode();
      default -> {
        if (c != quote) {
          throw refuse("`\\" + c + "` is no escape");
        }
        yield c;
      }
    };
  }

  private char unicode() {
    String digits = text.substring(at, Math.min(text.length(), at + 4));
    if (!digits.matches("[0-9a-fA-F]{4}")) {
      throw refuse("`\\u` is not followed by four hexadecimal digits");
    }
    at += 4;
    return (char) Integer.parseInt(digits, 16);
  }
}
