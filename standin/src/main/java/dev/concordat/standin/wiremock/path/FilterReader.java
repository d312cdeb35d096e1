package dev.concordat.standin.wiremock.path;

import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.json.JsonString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the conditions of filters.
abstract class FilterReader {
  private static final int MAX_NESTING = 50;

  /// Longer ones before those that they begin with.
  private static final List<String> OPERATORS =
      List.of("===", "!==", "==", "!=", "<=", ">=", "=~", "<", ">");

  private static final List<String> WORDS =
      List.of(
          "in", "nin", "subsetof", "anyof", "noneof", "size", "empty", "contains", "type", "all");

  final String text;
  int at;
  private int nesting;

  FilterReader(String text) {
    this.text = text;
  }

  /// The text is no path.
  static final class NotAPath extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotAPath(String message) {
      super(message);
    }
  }

  abstract JsonPathExpression path();

  final NotAPath refuse(String why) {
    return new NotAPath(why + " (at character " + at + " of '" + text + "')");
  }

  final char peek() {
    return at < text.length() ? text.charAt(at) : '\0';
  }

  final boolean take(String token) {
    if (text.startsWith(token, at)) {
      at += token.length();
      return true;
    }
    return false;
  }

  final void need(String token) {
    if (!take(token)) {
      throw refuse("'" + token + "' is missing");
    }
  }

  final void blanks() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  final Filter filter() {
    if (++nesting > MAX_NESTING) {
      throw refuse("more than " + MAX_NESTING + " conditions stand inside one another");
    }
    var any = new ArrayList<Filter>();
    do {
      var every = new ArrayList<Filter>();
      do {
        blanks();
        every.add(basic());
        blanks();
      } while (take("&&"));
      any.add(every.size() == 1 ? every.getFirst() : new Filter.Every(every));
    } while (take("||"));
    nesting--;
    return any.size() == 1 ? any.getFirst() : new Filter.Any(any);
  }

  private Filter basic() {
    if (peek() == '!' && !text.startsWith("!=", at)) {
      at++;
      blanks();
      return new Filter.Not(basic());
    }
    if (take("(")) {
      Filter inner = filter();
      blanks();
      need(")");
      return inner;
    }
    Operand left = operand();
    blanks();
    Optional<String> operator = operator();
    if (operator.isPresent()) {
      blanks();
      return new Filter.Compares(left, operator.get(), operand());
    }
    if (left instanceof Operand.At path) {
      return new Filter.Exists(path);
    }
    throw refuse("a value is no condition by itself");
  }

  private Optional<String> operator() {
    for (String operator : OPERATORS) {
      if (take(operator)) {
        return Optional.of(operator);
      }
    }
    int end = at;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    String word = text.substring(at, end);
    for (String known : WORDS) {
      if (word.equalsIgnoreCase(known)) {
        at = end;
        return Optional.of(known);
      }
    }
    return Optional.empty();
  }

  final Operand operand() {
    return switch (peek()) {
      case '@' -> new Operand.At(path(), false);
      case '$' -> new Operand.At(path(), true);
      case '/' -> regex();
      case '\'', '"' -> new Operand.Literal(new JsonString(quoted()));
      case '[', '{' -> json(balanced());
      default -> json(word());
    };
  }

  private Operand regex() {
    at++;
    int start = at;
    while (at < text.length() && peek() != '/') {
      at += peek() == '\\' ? 2 : 1;
    }
    String pattern = text.substring(start, Math.min(at, text.length()));
    need("/");
    int flags = at;
    while (Character.isLetter(peek())) {
      at++;
    }
    String letters = text.substring(flags, at).replaceAll("[^ismux]", "");
    return new Operand.Regex(letters.isEmpty() ? pattern : "(?" + letters + ")" + pattern);
  }

  private Operand json(String literal) {
    String json = literal.replace('\'', '"');
    return JsonParser.parse(json)
        .value()
        .<Operand>map(Operand.Literal::new)
        .orElseThrow(() -> refuse("'" + literal + "' is no value"));
  }

  private String word() {
    int start = at;
    while (at < text.length() && " \t)&|,]=<>!".indexOf(peek()) < 0) {
      at++;
    }
    return text.substring(start, at);
  }

  private String balanced() {
    int start = at;
    int depth = 0;
    do {
      char c = peek();
      if (c == '\'' || c == '"') {
        var _ = quoted();
        continue;
      }
      depth += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
      at++;
    } while (depth > 0 && at < text.length());
    return text.substring(start, at);
  }

  final String quoted() {
    char quote = peek();
    at++;
    var value = new StringBuilder();
    while (at < text.length() && peek() != quote) {
      if (peek() == '\\' && at + 1 < text.length()) {
        at++;
      }
      value.append(peek());
      at++;
    }
    need(String.valueOf(quote));
    return value.toString();
  }
}
