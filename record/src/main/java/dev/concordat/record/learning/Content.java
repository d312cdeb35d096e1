package dev.concordat.record.learning;

import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonText;
import dev.concordat.model.json.JsonValue;
import dev.concordat.record.shape.Shape;
import dev.concordat.wire.redaction.Redactor;
import java.util.Comparator;
import java.util.Optional;

/// What is known of bodies of one media type.
///
/// @param unread bodies of which only the type is known: they were cut, or are not what their type says
/// @param shape of those that could be read
/// @param example one of them without secrets: the shortest that has none taken out
public record Content(long count, long unread, Shape shape, Optional<JsonValue> example) {
  /// No longer example is kept.
  static final int MAX_EXAMPLE_CHARACTERS = 16_384;

  private static final Comparator<JsonValue> PLAINEST =
      Comparator.comparing((JsonValue value) -> JsonText.compact(value).contains(Redactor.MARK))
          .thenComparingInt(value -> JsonText.compact(value).length())
          .thenComparing(JsonText::compact);

  static Content read(Shape shape, JsonValue shown) {
    boolean isShort = JsonText.compact(shown).length() <= MAX_EXAMPLE_CHARACTERS;
    return new Content(1, 0, shape, isShort ? Optional.of(shown) : Optional.empty());
  }

  /// A text that is no JSON.
  static Content text(Shape shape, String shown) {
    return read(shape, new JsonString(shown));
  }

  static Content ofUnread() {
    return new Content(1, 1, Shape.EMPTY, Optional.empty());
  }

  /// What is known together.
  public Content merge(Content other) {
    return new Content(
        count + other.count,
        unread + other.unread,
        shape.merge(other.shape),
        plainer(example, other.example));
  }

  private static Optional<JsonValue> plainer(Optional<JsonValue> one, Optional<JsonValue> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.or(() -> other);
    }
    return PLAINEST.compare(one.get(), other.get()) <= 0 ? one : other;
  }
}
