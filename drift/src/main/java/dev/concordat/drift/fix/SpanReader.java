package dev.concordat.drift.fix;

import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.json.JsonString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads where the values of a JSON text stand. The text is known to be JSON; comments and the like are refused.
final class SpanReader {
  private static final int MAX_DEPTH = 200;

  private final String text;
  private int at;
  private int depth;
  private boolean isBroken;

  private SpanReader(String text) {
    this.text = text;
  }

  /// The root; empty where the text is no JSON.
  static Optional<Span> read(String text) {
    var reader = new SpanReader(text);
    Span root = reader.value();
    reader.blanks();
    return reader.isBroken || reader.at < text.length() ? Optional.empty() : Optional.of(root);
  }

  private Span value() {
    blanks();
    int start = at;
    if (++depth > MAX_DEPTH || at >= text.length()) {
      return broken(start);
    }
    Span span =
        switch (text.charAt(at)) {
          case '{' -> object(start);
          case '[' -> array(start);
          case '"' -> {
            string();
            yield leaf(start, Span.Kind.STRING);
          }
          default -> other(start);
        };
    depth--;
    return span;
  }

  private Span object(int start) {
    List<String> names = new ArrayList<>();
    List<Integer> starts = new ArrayList<>();
    List<Span> values = new ArrayList<>();
    at++;
    blanks();
    while (!isBroken && !take('}')) {
      blanks();
      int name = at;
      string();
      names.add(unquoted(name));
      starts.add(name);
      blanks();
      need(':');
      values.add(value());
      blanks();
      if (peek() != '}') {
        need(',');
      }
    }
    return new Span(start, at, Span.Kind.OBJECT, names, starts, values);
  }

  private String unquoted(int from) {
    return isBroken
        ? ""
        : JsonParser.parse(text.substring(from, at))
            .value()
            .map(value -> value instanceof JsonString(String name) ? name : "")
            .orElse("");
  }

  private Span array(int start) {
    List<Span> items = new ArrayList<>();
    at++;
    blanks();
    while (!isBroken && !take(']')) {
      items.add(value());
      blanks();
      if (peek() != ']') {
        need(',');
      }
    }
    return new Span(start, at, Span.Kind.ARRAY, List.of(), List.of(), items);
  }

  private void string() {
    need('"');
    while (!isBroken && at < text.length() && text.charAt(at) != '"') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    need('"');
  }

  private Span other(int start) {
    while (at < text.length()
        && "-+.0123456789abcdefghijklmnopqrstuvwxyzE".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at == start ? broken(start) : leaf(start, Span.Kind.OTHER);
  }

  private Span leaf(int start, Span.Kind kind) {
    return new Span(start, at, kind, List.of(), List.of(), List.of());
  }

  private Span broken(int start) {
    isBroken = true;
    return new Span(start, start, Span.Kind.OTHER, List.of(), List.of(), List.of());
  }

  private void blanks() {
    while (at < text.length() && " \t\r\n\uFEFF".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : '\0';
  }

  private boolean take(char expected) {
    if (peek() == expected) {
      at++;
      return true;
    }
    return false;
  }

  private void need(char expected) {
    if (!take(expected)) {
      isBroken = true;
    }
  }
}
