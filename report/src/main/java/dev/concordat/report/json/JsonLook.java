package dev.concordat.report.json;

/// Breaks JSON text into indented lines without reading it: nothing but white space between tokens changes, so digits,
/// duplicate keys and escapes stay as they were sent. Text that is not JSON comes back unchanged.
public final class JsonLook {
  private static final String INDENT = "  ";

  private final StringBuilder out = new StringBuilder();
  private int depth;

  private JsonLook() {}

  /// The text with a line for every member and item, indented by two spaces.
  public static String indent(String text) {
    String trimmed = text.strip();
    boolean isJson = trimmed.startsWith("{") || trimmed.startsWith("[");
    return isJson ? new JsonLook().write(trimmed, text) : text;
  }

  private String write(String text, String original) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        int end = endOfString(text, i);
        if (end < 0) {
          return original;
        }
        out.append(text, i, end + 1);
        i = end;
      } else if (!Character.isWhitespace(c)) {
        token(c, i + 1 < text.length() ? text.charAt(i + 1) : ' ');
      }
    }
    return depth == 0 ? out.toString() : original;
  }

  /// Where the quotes are that end a string; negative where none do.
  private static int endOfString(String text, int start) {
    for (int i = start + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        return i;
      }
      if (c == '\\') {
        i++;
      }
    }
    return -1;
  }

  private void token(char c, char next) {
    switch (c) {
      case '{', '[' -> {
        out.append(c);
        depth++;
        if (next != '}' && next != ']') {
          newLine();
        }
      }
      case '}', ']' -> {
        depth = Math.max(0, depth - 1);
        char last = out.charAt(out.length() - 1);
        if (last != '{' && last != '[') {
          newLine();
        }
        out.append(c);
      }
      case ',' -> {
        out.append(c);
        newLine();
      }
      case ':' -> out.append(": ");
      default -> out.append(c);
    }
  }

  private void newLine() {
    out.append('\n').repeat(INDENT, depth);
  }
}
