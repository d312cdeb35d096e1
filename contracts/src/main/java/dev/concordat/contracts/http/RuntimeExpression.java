package dev.concordat.contracts.http;

import java.util.Optional;
import java.util.regex.Pattern;

/// A part of an exchange that becomes known when it happens (OpenAPI 3.1, section 4.8.20.4, Runtime Expressions).
public sealed interface RuntimeExpression {
  /// The address of the request: `$url`.
  record Url() implements RuntimeExpression {}

  /// `$method`.
  record Method() implements RuntimeExpression {}

  /// `$statusCode`.
  record StatusCode() implements RuntimeExpression {}

  /// Which message of the exchange is meant.
  enum Side {
    REQUEST,
    RESPONSE
  }

  /// `$request.header.accept`; names of headers know no case.
  record Header(Side side, String name) implements RuntimeExpression {}

  /// `$request.query.limit`.
  record Query(Side side, String name) implements RuntimeExpression {}

  /// `$request.path.id`.
  record Path(Side side, String name) implements RuntimeExpression {}

  /// `$response.body#/user/id`.
  ///
  /// @param pointer a JSON Pointer (RFC 6901); empty for the whole body
  record Body(Side side, String pointer) implements RuntimeExpression {}

  /// The expression that a text is; empty if it is none.
  static Optional<RuntimeExpression> parse(String text) {
    return switch (text) {
      case "$url" -> Optional.of(new Url());
      case "$method" -> Optional.of(new Method());
      case "$statusCode" -> Optional.of(new StatusCode());
      default -> ExpressionSource.parse(text);
    };
  }
}

/// What stands behind `$request.` and `$response.`.
final class ExpressionSource {
  // RFC 9110 section 5.6.2.
  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
  // RFC 6901 section 3.
  private static final Pattern POINTER = Pattern.compile("(?:/(?:[^/~]|~[01])*)*", Pattern.DOTALL);

  private ExpressionSource() {}

  static Optional<RuntimeExpression> parse(String text) {
    for (RuntimeExpression.Side side : RuntimeExpression.Side.values()) {
      String prefix = side == RuntimeExpression.Side.REQUEST ? "$request." : "$response.";
      if (text.startsWith(prefix)) {
        return parse(side, text.substring(prefix.length()));
      }
    }
    return Optional.empty();
  }

  private static Optional<RuntimeExpression> parse(RuntimeExpression.Side side, String source) {
    if (source.equals("body") || source.equals("body#")) {
      return Optional.of(new RuntimeExpression.Body(side, ""));
    }
    int end = source.startsWith("body#") ? "body".length() : source.indexOf('.');
    if (end <= 0 || end + 1 == source.length()) {
      return Optional.empty();
    }
    String name = source.substring(end + 1);
    return switch (source.substring(0, end)) {
      case "header" ->
          TOKEN.matcher(name).matches()
              ? Optional.of(new RuntimeExpression.Header(side, name))
              : Optional.empty();
      case "query" -> Optional.of(new RuntimeExpression.Query(side, name));
      case "path" -> Optional.of(new RuntimeExpression.Path(side, name));
      case "body" ->
          source.startsWith("body#") && POINTER.matcher(name).matches()
              ? Optional.of(new RuntimeExpression.Body(side, name))
              : Optional.empty();
      default -> Optional.empty();
    };
  }
}
