package dev.concordat.cases.value;

import java.util.Optional;

/// A JSON Schema pattern (ECMA-262) in the syntax of dk.brics.automaton. Only a subset of the pattern's language is kept:
/// printable ASCII, enough to make text from; what is made is checked by the schema. Anchors fall away. Look-around,
/// back-references and word boundaries have no translation.
final class PatternTranslation {
  private static final int MAX_LENGTH = 1_000;
  private static final int MAX_REPEAT = 300;
  private static final String PRINTABLE = "[ -~]";

  private final String pattern;
  private final StringBuilder out = new StringBuilder();
  private int at;

  /// Whether the alternative that is being read has nothing in it so far.
  private boolean isEmpty = true;

  private PatternTranslation(String pattern) {
    this.pattern = pattern;
  }

  static Optional<String> of(String pattern) {
    if (pattern.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    var translation = new PatternTranslation(pattern);
    return translation.run() ? Optional.of(translation.out.toString()) : Optional.empty();
  }

  private boolean run() {
    while (at < pattern.length()) {
      char c = pattern.charAt(at++);
      boolean isKnown =
          switch (c) {
            case '^', '$' -> true;
            case '.' -> add("[0-9A-Za-z]");
            case '\\' -> escape();
            case '[' -> characterClass();
            case '(' -> group();
            case ')', '|' -> alternativeEnds(c);
            case '*', '+', '?' -> quantifier(String.valueOf(c));
            case '{' -> repeat();
            default -> literal(c);
          };
      if (!isKnown) {
        return false;
      }
    }
    nothing();
    return true;
  }

  private boolean add(String text) {
    out.append(text);
    isEmpty = false;
    return true;
  }

  /// A group or another alternative begins.
  private boolean opens(char c) {
    out.append(c);
    isEmpty = true;
    return true;
  }

  private boolean alternativeEnds(char c) {
    nothing();
    return c == '|' ? opens(c) : add(String.valueOf(c));
  }

  /// An alternative with nothing in it, as in `(a|)`, needs a word of its own in the automaton's syntax.
  private void nothing() {
    if (isEmpty) {
      add("()");
    }
  }

  /// In the automaton's syntax a backslash makes any character literal.
  private boolean literal(char c) {
    return add(Character.isLetterOrDigit(c) ? String.valueOf(c) : "\\" + c);
  }

  private boolean quantifier(String text) {
    skipLaziness();
    return add(text);
  }

  private void skipLaziness() {
    if (at < pattern.length() && (pattern.charAt(at) == '?' || pattern.charAt(at) == '+')) {
      at++;
    }
  }

  private boolean repeat() {
    int close = pattern.indexOf('}', at);
    String counts = close < 0 ? "" : pattern.substring(at, close);
    if (!counts.matches("[0-9]{1,6}(,[0-9]{0,6})?")) {
      return literal('{');
    }
    for (String count : counts.split(",", -1)) {
      if (!count.isEmpty() && Integer.parseInt(count) > MAX_REPEAT) {
        return false;
      }
    }
    at = close + 1;
    skipLaziness();
    return add("{" + counts + "}");
  }

  private boolean group() {
    if (pattern.startsWith("?:", at)) {
      at += 2;
      return opens('(');
    }
    if (pattern.startsWith("?<", at) && at + 2 < pattern.length()) {
      char next = pattern.charAt(at + 2);
      int close = pattern.indexOf('>', at);
      if (next == '=' || next == '!' || close < 0) {
        return false;
      }
      at = close + 1;
      return opens('(');
    }
    return !pattern.startsWith("?", at) && opens('(');
  }

  private boolean escape() {
    if (at == pattern.length()) {
      return false;
    }
    char c = pattern.charAt(at++);
    return switch (c) {
      case 'd' -> add("[0-9]");
      case 'D' -> add("[A-Za-z]");
      case 'w' -> add("[A-Za-z0-9_]");
      case 'W' -> add("\\-");
      case 's' -> add("\\ ");
      case 'S' -> add("[0-9A-Za-z]");
      case 'p' -> property();
      case 'b', 'B', 'P', 'k', 'c', 'x', 'u', '0' -> false;
      case 'n', 'r', 't', 'f', 'v' -> false;
      default -> !Character.isDigit(c) && literal(c);
    };
  }

  /// Letters and digits stand for their Unicode categories.
  private boolean property() {
    int close = pattern.indexOf('}', at);
    if (close < 0) {
      return false;
    }
    String name = pattern.substring(at, close).replace("{", "");
    at = close + 1;
    return switch (name) {
      case "L", "Letter", "Alphabetic", "Script=Latin" -> add("[A-Za-z]");
      case "Lu" -> add("[A-Z]");
      case "Ll" -> add("[a-z]");
      case "N", "Nd" -> add("[0-9]");
      default -> false;
    };
  }

  private boolean characterClass() {
    boolean isNegated = at < pattern.length() && pattern.charAt(at) == '^';
    if (isNegated) {
      at++;
    }
    var inner = new StringBuilder();
    while (at < pattern.length() && pattern.charAt(at) != ']') {
      char c = pattern.charAt(at++);
      if (c == '\\') {
        if (at == pattern.length() || !classEscape(inner, pattern.charAt(at++))) {
          return false;
        }
      } else if (c == '-'
          && !inner.isEmpty()
          && at < pattern.length()
          && pattern.charAt(at) != ']') {
        inner.append('-');
      } else {
        inner.append(classCharacter(c));
      }
    }
    at++;
    if (inner.isEmpty()) {
      return false;
    }
    return isNegated ? add("([^" + inner + "]&" + PRINTABLE + ")") : add("[" + inner + "]");
  }

  private static String classCharacter(char c) {
    return Character.isLetterOrDigit(c) ? String.valueOf(c) : "\\" + c;
  }

  private static boolean classEscape(StringBuilder inner, char c) {
    switch (c) {
      case 'd' -> inner.append("0-9");
      case 'w' -> inner.append("A-Za-z0-9_");
      case 's' -> inner.append("\\ ");
      case 'S', 'D', 'W', 'p', 'P', 'b', 'x', 'u', 'n', 'r', 't', 'f', 'v' -> {
        return false;
      }
      default -> inner.append(classCharacter(c));
    }
    return true;
  }
}
