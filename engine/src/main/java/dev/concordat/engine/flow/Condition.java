package dev.concordat.engine.flow;

import dev.concordat.model.json.JsonValue;
import java.util.Optional;

/// `$place.status == 503`: whether a step is done at all.
///
/// @param text as written
public record Condition(Reference reference, Comparator comparator, Operand operand, String text) {
  /// Whether it holds. What is absent equals nothing and differs from everything.
  public boolean holds(Scope scope) {
    Optional<JsonValue> value = scope.find(reference);
    if (value.isEmpty()) {
      return comparator == Comparator.DIFFERENT;
    }
    JsonValue other = operand.in(scope);
    return MatcherJudge.compare(value.get(), other)
        .map(comparator::holds)
        .orElseGet(
            () ->
                switch (comparator) {
                  case EQUAL -> Likeness.JSON.alike(other, value.get());
                  case DIFFERENT -> !Likeness.JSON.alike(other, value.get());
                  default -> false;
                });
  }

  /// Reads a condition; empty when the text has another form.
  static Optional<Condition> parse(String text) {
    String[] words = text.strip().split("\\s+", 3);
    if (words.length < 3) {
      return Optional.empty();
    }
    Optional<Comparator> comparator =
        Comparator.startOf(words[1]).filter(found -> found.sign().equals(words[1]));
    return Reference.parse(words[0])
        .flatMap(
            reference ->
                comparator.map(
                    found -> new Condition(reference, found, Operand.parse(words[2]), text)));
  }
}
