package dev.concordat.engine.fidelity;

import dev.concordat.contracts.schema.SchemaView;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The few values that a field may have.
///
/// @param isListed whether the contract lists them by an enumeration, so that each of them is worth a request
record Vocabulary(List<JsonValue> values, boolean isListed) {
  /// Of a longer enumeration the others are sent when the way is known.
  private static final int MOST = 8;

  private static final int MOST_LISTED = 40;

  Vocabulary {
    values = List.copyOf(values);
  }

  /// Nothing where there is no choice.
  ///
  /// @param views what the contract says of the field
  /// @param isAllowed what the contract says of a value
  static Optional<Vocabulary> of(
      JsonValue example, List<SchemaView> views, Predicate<JsonValue> isAllowed) {
    Optional<List<JsonValue>> listed =
        views.stream().flatMap(it -> it.enumValues().stream()).findFirst();
    Stream<JsonValue> values =
        listed
            .map(it -> it.stream().filter(value -> value.type().equals(example.type())))
            .orElseGet(() -> few(example));
    List<JsonValue> allowed = values.filter(isAllowed).limit(MOST_LISTED).toList();
    return allowed.size() < 2
        ? Optional.empty()
        : Optional.of(new Vocabulary(allowed, listed.isPresent()));
  }

  private static Stream<JsonValue> few(JsonValue example) {
    return switch (example) {
      case JsonBoolean ignored -> Stream.of(new JsonBoolean(true), new JsonBoolean(false));
      case JsonNumber number when number.digits().indexOf('.') < 0 ->
          // In no order in which something counts.
          Stream.of(2, 1, 3).map(JsonNumber::of);
      default -> Stream.of();
    };
  }

  /// Those to learn from.
  List<JsonValue> first() {
    return values.subList(0, Math.min(MOST, values.size()));
  }

  boolean isPair() {
    return values.size() == 2;
  }

  boolean has(JsonValue value) {
    return values.contains(value);
  }

  /// How many requests show where they go: two values twice each; each of more once, and of three that are listed twice, so
  /// that one of them may go wrong.
  int rounds() {
    int size = first().size();
    return isPair() || (size == 3 && isListed) ? 2 * size : size;
  }
}
