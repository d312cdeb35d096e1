package dev.concordat.contracts.protobuf;

import java.util.ArrayList;
import java.util.List;

/// The imports and the package of a `.proto` text, found without understanding the rest, so that the files that the
/// compiler will ask for can be laid out before it runs.
record Imports(List<Import> imports, String packageName) {
  /// @param line from 1
  /// @param column from 1, in code points
  record Import(String name, int line, int column) {}

  static Imports of(String text) {
    return new Scan(text).run();
  }

  /// Splits a text into words, strings and signs, outside of comments.
  private static final class Scan {
    private final String text;
    private final List<Import> imports = new ArrayList<>();
    private String packageName = "";
    private int at;
    private int line = 1;
    private int lineStart;
    private int depth;
    private String word = "";
    private String previous = "";

    Scan(String text) {
      this.text = text;
    }

    Imports run() {
      while (at < text.length()) {
        char c = text.charAt(at);
        if (text.startsWith("//", at)) {
          skipTo("\n", 0);
        } else if (text.startsWith("/*", at)) {
          skipTo("*/", 2);
        } else if (c == '"' || c == '\'') {
          string(c);
        } else if (Character.isJavaIdentifierStart(c)) {
          word();
        } else {
          sign(c);
        }
      }
      return new Imports(List.copyOf(imports), packageName);
    }

    private void sign(char c) {
      if (c == '{') {
        depth++;
      } else if (c == '}') {
        depth--;
      }
      if (c == ';' || c == '{' || c == '}') {
        word = "";
        previous = "";
      }
      advance();
    }

    private void word() {
      int start = at;
      while (at < text.length()
          && (Character.isJavaIdentifierPart(text.charAt(at)) || text.charAt(at) == '.')) {
        at++;
      }
      previous = word;
      word = text.substring(start, at);
      if (depth == 0 && previous.equals("package")) {
        packageName = word;
      }
    }

    /// Strings that stand side by side are one; imports never make use of that, so only the first counts.
    private void string(char quote) {
      int start = at;
      int startLine = line;
      int column = 1 + text.codePointCount(lineStart, at);
      advance();
      while (at < text.length() && text.charAt(at) != quote && text.charAt(at) != '\n') {
        advance();
        if (at < text.length() && text.charAt(at - 1) == '\\') {
          advance();
        }
      }
      boolean isImport = word.equals("import") || previous.equals("import");
      if (depth == 0 && isImport && at > start) {
        imports.add(new Import(text.substring(start + 1, at), startLine, column));
      }
      if (at < text.length()) {
        advance();
      }
    }

    private void skipTo(String mark, int from) {
      int end = text.indexOf(mark, at + from);
      int stop = end < 0 ? text.length() : end + mark.length();
      while (at < stop) {
        advance();
      }
    }

    private void advance() {
      if (text.charAt(at++) == '\n') {
        line++;
        lineStart = at;
      }
    }
  }
}
