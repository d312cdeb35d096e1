package dev.concordat.engine.flow;

import java.util.List;
import java.util.Optional;

/// A matcher of the flow format, such as `~number > 0`. A closed set: anything more is Java.
public sealed interface Matcher {
  /// Anything, also null, but present.
  record Any() implements Matcher {}

  /// The member, header or row does not exist.
  record Absent() implements Matcher {}

  /// A kind of value, and what else must hold for it.
  record OfKind(Kind kind, Optional<Bound> bound) implements Matcher {}

  /// The length of a text, array or object.
  record Length(Bound bound) implements Matcher {}

  /// One of several words, numbers or truth values.
  record OneOf(List<Operand> choices) implements Matcher {}

  /// A text that the expression matches somewhere; `^` and `$` anchor it.
  record Expression(com.google.re2j.Pattern pattern) implements Matcher {}

  /// A text with this part, or an array with this item.
  record Contains(Operand part) implements Matcher {}

  /// A text that starts so.
  record StartsWith(Operand start) implements Matcher {}

  /// A text that ends so.
  record EndsWith(Operand end) implements Matcher {}

  /// Any value but this.
  record Not(Operand other) implements Matcher {}

  /// The same instant, however it is written (RFC 3339 offsets, digits of the second).
  record SameInstant(Operand other) implements Matcher {}

  /// A comparison of numbers or, where the operand is a date-time, of instants.
  record Bound(Comparator comparator, Operand operand) {}
}
