package dev.concordat.environment.setup.reader;

/// Indented lines with comments in one column where they fit.
final class Lines {
  private static final int COMMENT_COLUMN = 60;

  private final StringBuilder out = new StringBuilder();

  void raw(String text) {
    out.append(text);
  }

  void line(int depth, String text) {
    out.append("  ".repeat(depth)).append(text).append('\n');
  }

  /// @param comment may be empty
  void line(int depth, String text, String comment) {
    if (comment.isEmpty()) {
      line(depth, text);
      return;
    }
    String start = "  ".repeat(depth) + text;
    int gap = Math.max(2, COMMENT_COLUMN - start.length());
    out.append(start).append(" ".repeat(gap)).append("# ").append(comment).append('\n');
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
