package dev.concordat.engine.flow;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The references that a matcher holds.
final class MatcherReferences {
  private MatcherReferences() {}

  static List<Reference> of(Matcher matcher) {
    return operands(matcher)
        .flatMap(
            operand ->
                operand instanceof Operand.Referred(Reference reference)
                    ? Stream.of(reference)
                    : Stream.empty())
        .toList();
  }

  private static Stream<Operand> operands(Matcher matcher) {
    return switch (matcher) {
      case Matcher.Any() -> Stream.empty();
      case Matcher.Absent() -> Stream.empty();
      case Matcher.Expression ignored -> Stream.empty();
      case Matcher.OfKind(Kind ignored, Optional<Matcher.Bound> bound) ->
          bound.stream().map(Matcher.Bound::operand);
      case Matcher.Length(Matcher.Bound bound) -> Stream.of(bound.operand());
      case Matcher.OneOf(List<Operand> choices) -> choices.stream();
      case Matcher.Contains(Operand part) -> Stream.of(part);
      case Matcher.StartsWith(Operand start) -> Stream.of(start);
      case Matcher.EndsWith(Operand end) -> Stream.of(end);
      case Matcher.Not(Operand other) -> Stream.of(other);
      case Matcher.SameInstant(Operand other) -> Stream.of(other);
    };
  }
}
