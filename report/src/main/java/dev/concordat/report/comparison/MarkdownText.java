package dev.concordat.report.comparison;

/// Text of contracts in Markdown: shown as it is, with nothing of it taken for markup, links or mentions.
final class MarkdownText {
  private static final String SPECIAL = "\\`*_[]<>|~&";

  /// Behind an `@`, so that nobody is notified who happens to have that name.
  private static final char ZERO_WIDTH_SPACE = '\u200B';

  private MarkdownText() {}

  /// A sentence.
  static String plain(String text) {
    var escaped = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r') {
        escaped.append(' ');
      } else if (SPECIAL.indexOf(c) >= 0) {
        escaped.append('\\').append(c);
      } else {
        escaped.append(c);
        if (c == '@') {
          escaped.append(ZERO_WIDTH_SPACE);
        }
      }
    }
    return escaped.toString();
  }

  /// A piece of code in a sentence.
  static String code(String text) {
    String line = text.replace('\n', ' ').replace('\r', ' ');
    String fence = "`".repeat(longestRun(line) + 1);
    boolean needsSpace = line.isEmpty() || line.startsWith("`") || line.endsWith("`");
    String space = needsSpace ? " " : "";
    return fence + space + line + space + fence;
  }

  /// Lines of code.
  static String block(String language, String text) {
    String fence = "`".repeat(Math.max(3, longestRun(text) + 1));
    return fence + language + "\n" + text + "\n" + fence;
  }

  private static int longestRun(String text) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      run = text.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }
}
