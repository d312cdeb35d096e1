package dev.concordat.contracts.wiremock;

import dev.concordat.contracts.stub.ValuePattern;
import java.util.Optional;

/// Patterns as the regular expressions that WireMock matches with a whole value.
final class Regexes {
  private Regexes() {}

  static Optional<String> of(ValuePattern pattern) {
    return switch (pattern) {
      case ValuePattern.Regex regex -> Optional.of(of(regex));
      case ValuePattern.Glob(String glob) -> Optional.of(glob(glob));
      case ValuePattern.Text text -> Optional.of(of(text));
      default -> Optional.empty();
    };
  }

  private static String of(ValuePattern.Regex regex) {
    String whole = regex.isWhole() ? regex.pattern() : "(?s).*(?:" + regex.pattern() + ").*";
    return regex.ignoresCase() ? "(?i)" + whole : whole;
  }

  private static String of(ValuePattern.Text text) {
    String quoted = quote(text.text());
    String whole =
        switch (text.relation()) {
          case EQUALS -> quoted;
          case CONTAINS -> "(?s).*" + quoted + ".*";
          case STARTS_WITH -> "(?s)" + quoted + ".*";
          case ENDS_WITH -> "(?s).*" + quoted;
        };
    return text.ignoresCase() ? "(?i)" + whole : whole;
  }

  private static String glob(String glob) {
    var regex = new StringBuilder("(?s)");
    for (String piece : glob.splitWithDelimiters("\\*", 0)) {
      regex.append(piece.equals("*") ? ".*" : quote(piece));
    }
    return regex.toString();
  }

  private static String quote(String text) {
    var quoted = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      quoted.append("\\.[]{}()<>*+-=!?^$|".indexOf(c) >= 0 ? "\\" + c : Character.toString(c));
    }
    return quoted.toString();
  }
}
