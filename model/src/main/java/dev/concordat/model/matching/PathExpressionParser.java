package dev.concordat.model.matching;

import java.util.ArrayList;
import java.util.List;

/// Reads a path expression: `$.body.items[*]['a name'].*`.
final class PathExpressionParser {
  /// Longest expression that is read, in tokens.
  private static final int MAX_TOKENS = 1_000;

  private final String text;
  private final List<PathToken> tokens = new ArrayList<>();
  private int at;

  PathExpressionParser(String text) {
    this.text = text;
  }

  List<PathToken> parse() {
    if (text.startsWith("$")) {
      at = 1;
    }
    tokens.add(new PathToken.Root());
    if (at == 0 && !text.isEmpty() && text.charAt(0) != '[' && text.charAt(0) != '.') {
      bareName();
    }
    while (at < text.length()) {
      if (tokens.size() > MAX_TOKENS) {
        throw bad("has more than " + MAX_TOKENS + " parts");
      }
      switch (text.charAt(at)) {
        case '.' -> {
          at++;
          bareName();
        }
        case '[' -> bracket();
        default -> throw bad("has '" + text.charAt(at) + "' where '.' or '[' belongs");
      }
    }
    return List.copyOf(tokens);
  }

  private void bareName() {
    int start = at;
    while (at < text.length() && text.charAt(at) != '.' && text.charAt(at) != '[') {
      at++;
    }
    String name = text.substring(start, at);
    if (name.isEmpty()) {
      throw bad("has an empty name");
    }
    tokens.add(name.equals("*") ? new PathToken.AnyField() : new PathToken.Field(name));
  }

  private void bracket() {
    at++;
    if (at >= text.length()) {
      throw bad("ends inside brackets");
    }
    char first = text.charAt(at);
    if (first == '\'' || first == '"') {
      at++;
      tokens.add(new PathToken.Field(quoted(first)));
      close();
      return;
    }
    int end = text.indexOf(']', at);
    if (end < 0) {
      throw bad("ends inside brackets");
    }
    tokens.add(index(text.substring(at, end).strip()));
    at = end + 1;
  }

  private PathToken index(String inside) {
    if (inside.equals("*")) {
      return new PathToken.AnyIndex();
    }
    try {
      return new PathToken.Index(Integer.parseUnsignedInt(inside));
    } catch (NumberFormatException e) {
      throw bad("has '" + inside + "' in brackets where an index, '*' or a quoted name belongs");
    }
  }

  private String quoted(char quote) {
    var name = new StringBuilder();
    while (at < text.length() && text.charAt(at) != quote) {
      if (text.charAt(at) == '\\' && at + 1 < text.length()) {
        at++;
      }
      name.append(text.charAt(at++));
    }
    if (at >= text.length()) {
      throw bad("ends inside quotes");
    }
    at++;
    return name.toString();
  }

  private void close() {
    if (at >= text.length() || text.charAt(at) != ']') {
      throw bad("lacks a closing bracket");
    }
    at++;
  }

  private IllegalArgumentException bad(String why) {
    return new IllegalArgumentException("path expression '" + text + "' " + why);
  }
}
