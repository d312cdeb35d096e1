package dev.concordat.contracts.http;

import java.util.ArrayList;
import java.util.List;

/// A text with runtime expressions in braces, or one that is an expression as a whole:
/// `https://events.example/{$request.body#/id}`.
///
/// @param text as written
public record RuntimeText(String text, List<Piece> pieces) {
  public RuntimeText {
    pieces = List.copyOf(pieces);
  }

  /// A part of the text.
  public sealed interface Piece {
    /// Stands for itself.
    record Literal(String text) implements Piece {}

    /// Is filled in by the exchange.
    record Expression(RuntimeExpression expression) implements Piece {}

    /// Looks like an expression and is none.
    record Unreadable(String text) implements Piece {}
  }

  /// The text in its pieces. Braces that hold no `$` stand for themselves.
  public static RuntimeText of(String text) {
    if (text.startsWith("$")) {
      return new RuntimeText(text, List.of(expression(text)));
    }
    var pieces = new ArrayList<Piece>();
    int from = 0;
    while (from < text.length()) {
      int open = text.indexOf("{$", from);
      int close = open < 0 ? -1 : text.indexOf('}', open);
      if (close < 0) {
        break;
      }
      if (open > from) {
        pieces.add(new Piece.Literal(text.substring(from, open)));
      }
      pieces.add(expression(text.substring(open + 1, close)));
      from = close + 1;
    }
    if (from < text.length()) {
      pieces.add(new Piece.Literal(text.substring(from)));
    }
    return new RuntimeText(text, pieces);
  }

  private static Piece expression(String text) {
    return RuntimeExpression.parse(text)
        .<Piece>map(Piece.Expression::new)
        .orElseGet(() -> new Piece.Unreadable(text));
  }

  /// The parts that look like expressions and are none.
  public List<String> unreadable() {
    return pieces.stream()
        .flatMap(
            piece ->
                piece instanceof Piece.Unreadable(String text)
                    ? List.of(text).stream()
                    : List.<String>of().stream())
        .toList();
  }
}
