package dev.concordat.contracts.schema;

import java.io.Serial;
import java.util.Locale;
import java.util.regex.Pattern;

/// Translates a regular expression from ECMA-262 (with flag `u`) to the syntax of RE2/J or of the JDK.
final class EcmaPattern {
  // Spaces and line ends of ECMA-262, section 22.2.2.9, as members of a class.
  private static final String SPACES =
      "\\t\\n\\x{b}\\f\\r \\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}\\x{feff}";
  private static final String NO_SPACES =
      "\\x{0}-\\x{8}\\x{e}-\\x{1f}!-\\x{9f}\\x{a1}-\\x{167f}\\x{1681}-\\x{1fff}\\x{200b}-\\x{2027}"
          + "\\x{202a}-\\x{202e}\\x{2030}-\\x{205e}\\x{2060}-\\x{2fff}\\x{3001}-\\x{fefe}\\x{ff00}-\\x{10ffff}";

  private static final Pattern LOW_SURROGATE = Pattern.compile("\\\\u[dD][c-fC-F][0-9a-fA-F]{2}");

  private final String source;
  private final boolean linear;
  private final StringBuilder out = new StringBuilder();
  private int at;
  private boolean inClass;

  EcmaPattern(String source, boolean linear) {
    this.source = source;
    this.linear = linear;
  }

  /// What the target syntax cannot say.
  static final class Unsupported extends Exception {
    @Serial private static final long serialVersionUID = 1;

    Unsupported(String message) {
      super(message, null, false, false);
    }
  }

  String translated() throws Unsupported {
    while (at < source.length()) {
      char c = source.charAt(at++);
      switch (c) {
        case '\\' -> escape();
        case '[' -> openBracket();
        case ']' -> closeBracket();
        case '(' -> group();
        case '.' -> out.append(inClass ? "\\." : "[^\\n\\r\\x{2028}\\x{2029}]");
        case '$' -> out.append(inClass ? "\\$" : "\\z");
        case '&', '~', '#', ' ' -> literal(c);
        case '^' -> out.append(inClass ? "\\^" : "^");
        default -> out.append(c);
      }
    }
    if (inClass) {
      throw new Unsupported("a `]` is missing");
    }
    return out.toString();
  }

  private void openBracket() {
    if (inClass) {
      out.append("\\[");
      return;
    }
    if (source.startsWith("]", at)) {
      at++;
      out.append("[^\\x{0}-\\x{10ffff}]");
    } else if (source.startsWith("^]", at)) {
      at += 2;
      out.append("[\\x{0}-\\x{10ffff}]");
    } else {
      inClass = true;
      out.append('[');
      if (source.startsWith("^", at)) {
        at++;
        out.append('^');
      }
    }
  }

  private void closeBracket() {
    out.append(inClass ? "]" : "\\]");
    inClass = false;
  }

  private void group() throws Unsupported {
    if (inClass) {
      out.append("\\(");
    } else if (linear && isLookAround()) {
      throw new Unsupported("look-around");
    } else if (linear && source.startsWith("?<", at)) {
      out.append("(?P<");
      at += 2;
    } else {
      out.append('(');
    }
  }

  private boolean isLookAround() {
    return source.startsWith("?=", at)
        || source.startsWith("?!", at)
        || source.startsWith("?<=", at)
        || source.startsWith("?<!", at);
  }

  private void escape() throws Unsupported {
    if (at == source.length()) {
      throw new Unsupported("it ends with a `\\`");
    }
    char c = source.charAt(at++);
    switch (c) {
      case 'd' -> out.append(inClass ? "0-9" : "[0-9]");
      case 'D' -> out.append("\\D");
      case 'w' -> out.append(inClass ? "0-9A-Za-z_" : "[0-9A-Za-z_]");
      case 'W' -> out.append("\\W");
      case 's' -> out.append(inClass ? SPACES : "[" + SPACES + "]");
      case 'S' -> out.append(inClass ? NO_SPACES : "[" + NO_SPACES + "]");
      case 'b' -> out.append(inClass ? "\\x{8}" : "\\b");
      case 'B' -> out.append("\\B");
      case 't', 'n', 'r', 'f' -> out.append('\\').append(c);
      case 'v' -> codePoint(0x0B);
      case '0' -> codePoint(0);
      case 'c' -> control();
      case 'x' -> codePoint(hexadecimal(2));
      case 'u' -> unicode();
      case 'p', 'P' -> property(c);
      case 'k' -> namedBackReference();
      case 'a', 'e', 'A', 'z', 'Z', 'G', 'Q', 'E', 'h', 'H', 'R', 'X' -> unknownEscape(c);
      default -> otherEscape(c);
    }
    if (inClass && "dDwWsSpP".indexOf(c) >= 0 && source.startsWith("-", at)) {
      // `[\w-.]`: what follows a class cannot end a range.
      at++;
      out.append("\\-");
    }
  }

  private static void unknownEscape(char c) throws Unsupported {
    throw new Unsupported("`\\" + c + "` is no escape");
  }

  private void otherEscape(char c) throws Unsupported {
    if (c >= '1' && c <= '9') {
      if (linear || inClass) {
        throw new Unsupported("back-reference");
      }
      out.append('\\').append(c);
    } else {
      literal(c);
    }
  }

  private void literal(char c) {
    if (c < 0x80 && !Character.isLetterOrDigit(c)) {
      out.append(c == ' ' ? "\\x{20}" : "\\" + c);
    } else {
      out.append(c);
    }
  }

  private void control() throws Unsupported {
    char letter = at < source.length() ? source.charAt(at++) : ' ';
    if (!(letter >= 'a' && letter <= 'z') && !(letter >= 'A' && letter <= 'Z')) {
      throw new Unsupported("`\\c` wants a letter");
    }
    codePoint(letter % 32);
  }

  private void unicode() throws Unsupported {
    if (source.startsWith("{", at)) {
      int close = source.indexOf('}', at);
      if (close < 0) {
        throw new Unsupported("`\\u{` wants a `}`");
      }
      codePoint(number(source.substring(at + 1, close)));
      at = close + 1;
      return;
    }
    int first = hexadecimal(4);
    if (Character.isHighSurrogate((char) first) && LOW_SURROGATE.matcher(rest()).lookingAt()) {
      at += 2;
      codePoint(Character.toCodePoint((char) first, (char) hexadecimal(4)));
    } else {
      codePoint(first);
    }
  }

  private CharSequence rest() {
    return source.substring(at, Math.min(source.length(), at + 6));
  }

  private int hexadecimal(int digits) throws Unsupported {
    if (at + digits > source.length()) {
      throw new Unsupported("an escape wants " + digits + " hexadecimal digits");
    }
    int value = number(source.substring(at, at + digits));
    at += digits;
    return value;
  }

  private static int number(String digits) throws Unsupported {
    if (!digits.matches("[0-9a-fA-F]{1,6}")
        || Integer.parseInt(digits, 16) > Character.MAX_CODE_POINT) {
      throw new Unsupported("`" + digits + "` is no character");
    }
    return Integer.parseInt(digits, 16);
  }

  private void codePoint(int value) {
    out.append(String.format(Locale.ROOT, "\\x{%x}", value));
  }

  private void property(char c) throws Unsupported {
    int close = source.startsWith("{", at) ? source.indexOf('}', at) : -1;
    if (close < 0) {
      throw new Unsupported("`\\" + c + "` wants a name in braces");
    }
    String name = source.substring(at + 1, close);
    at = close + 1;
    out.append('\\')
        .append(c)
        .append('{')
        .append(UnicodeProperties.translated(name, linear))
        .append('}');
  }

  private void namedBackReference() throws Unsupported {
    if (linear) {
      throw new Unsupported("back-reference");
    }
    out.append("\\k");
  }
}
