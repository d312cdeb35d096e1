package dev.concordat.engine.flow;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/// Decides whether a matcher accepts a value.
final class MatcherJudge {
  private MatcherJudge() {}

  /// @param actual empty when the value is not there at all
  static boolean accepts(
      Matcher matcher, Optional<JsonValue> actual, Scope scope, Likeness likeness) {
    if (matcher instanceof Matcher.Absent) {
      return actual.isEmpty();
    }
    return actual.isPresent() && accepts(matcher, actual.get(), scope, likeness);
  }

  private static boolean accepts(Matcher matcher, JsonValue value, Scope scope, Likeness likeness) {
    return switch (matcher) {
      case Matcher.Any() -> true;
      case Matcher.Absent() -> false;
      case Matcher.OfKind(Kind kind, Optional<Matcher.Bound> bound) ->
          isKind(kind, value, likeness) && bound.stream().allMatch(b -> holds(b, value, scope));
      case Matcher.Length(Matcher.Bound bound) ->
          length(value).stream().anyMatch(length -> holds(bound, JsonNumber.of(length), scope));
      case Matcher.OneOf(List<Operand> choices) ->
          choices.stream().anyMatch(choice -> likeness.alike(choice.in(scope), value));
      case Matcher.Expression(com.google.re2j.Pattern pattern) ->
          value instanceof JsonString(String text) && pattern.matcher(text).find();
      case Matcher.Contains(Operand part) -> contains(value, part.in(scope), likeness);
      case Matcher.StartsWith(Operand start) -> texts(value, start.in(scope), String::startsWith);
      case Matcher.EndsWith(Operand end) -> texts(value, end.in(scope), String::endsWith);
      case Matcher.Not(Operand other) -> !likeness.alike(other.in(scope), value);
      case Matcher.SameInstant(Operand other) -> {
        Optional<Instant> instant = Instants.of(value);
        yield instant.isPresent() && instant.equals(Instants.of(other.in(scope)));
      }
    };
  }

  /// A column's number may come as text from a type that JSON does not have.
  private static boolean isKind(Kind kind, JsonValue value, Likeness likeness) {
    return kind.isKindOf(value) || (likeness == Likeness.COLUMN && kind == Kind.STRING);
  }

  private static boolean holds(Matcher.Bound bound, JsonValue value, Scope scope) {
    JsonValue operand = bound.operand().in(scope);
    return compare(value, operand).stream().anyMatch(bound.comparator()::holds);
  }

  /// The order of two numbers, instants, or texts that are one of these; empty when they have none.
  static Optional<Integer> compare(JsonValue left, JsonValue right) {
    Optional<JsonNumber> leftNumber = number(left);
    Optional<JsonNumber> rightNumber = number(right);
    if (leftNumber.isPresent() && rightNumber.isPresent()) {
      return Optional.of(leftNumber.get().decimal().compareTo(rightNumber.get().decimal()));
    }
    Optional<Instant> leftInstant = Instants.of(left);
    Optional<Instant> rightInstant = Instants.of(right);
    return leftInstant.flatMap(one -> rightInstant.map(one::compareTo));
  }

  private static Optional<JsonNumber> number(JsonValue value) {
    return switch (value) {
      case JsonNumber number when number.isTame() -> Optional.of(number);
      case JsonString(String text) when JsonNumber.isJsonNumber(text) ->
          Optional.of(new JsonNumber(text)).filter(JsonNumber::isTame);
      default -> Optional.empty();
    };
  }

  private static Optional<Long> length(JsonValue value) {
    return switch (value) {
      case JsonString(String text) -> Optional.of((long) text.codePointCount(0, text.length()));
      case JsonArray(List<JsonValue> items) -> Optional.of((long) items.size());
      case JsonObject object -> Optional.of((long) object.members().size());
      default -> Optional.empty();
    };
  }

  private static boolean contains(JsonValue value, JsonValue part, Likeness likeness) {
    return switch (value) {
      case JsonArray(List<JsonValue> items) ->
          items.stream().anyMatch(item -> likeness.alike(part, item));
      case JsonString ignored -> texts(value, part, String::contains);
      default -> false;
    };
  }

  private static boolean texts(JsonValue value, JsonValue part, BiPredicate<String, String> test) {
    String wanted = part instanceof JsonString(String text) ? text : part.toString();
    return value instanceof JsonString(String text) && test.test(text, wanted);
  }
}
