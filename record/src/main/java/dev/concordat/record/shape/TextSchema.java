package dev.concordat.record.shape;

import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a schema says of texts: their form where all agree, their values where those are words and few.
final class TextSchema {
  /// Fewer samples never make an enumeration.
  private static final int LEAST_FOR_ENUM = 10;

  /// Marks what stood where only a secret was seen.
  static final String REDACTED = "x-concordat-redacted";

  private static final String ULID_PATTERN = "^[0-7][0-9A-HJKMNP-TV-Z]{25}$";

  private static final List<TextForm> FORMATS =
      List.of(
          TextForm.UUID,
          TextForm.DATE_TIME,
          TextForm.DATE,
          TextForm.TIME,
          TextForm.EMAIL,
          TextForm.URI,
          TextForm.IPV4);

  private TextSchema() {}

  static void put(Map<String, JsonValue> schema, Shape shape) {
    Texts texts = shape.texts();
    if (texts.hidden() == texts.count()) {
      schema.put(REDACTED, ShapeSchema.YES);
      return;
    }
    Optional<TextForm> form = FORMATS.stream().filter(texts::isAll).findFirst();
    if (form.isPresent()) {
      form.get().format().ifPresent(name -> schema.put("format", new JsonString(name)));
    } else if (texts.isAll(TextForm.ULID)) {
      schema.put("pattern", new JsonString(ULID_PATTERN));
    } else if (texts.isAll(TextForm.DECIMAL)) {
      schema.put("format", new JsonString("decimal"));
    } else if (isEnumeration(texts) && texts.count() + shape.nulls() == shape.seen()) {
      schema.put(
          "enum",
          ShapeSchema.enumeration(
              List.copyOf(texts.values().counts().keySet()), shape.nulls() > 0));
    }
  }

  /// Enough samples, few distinct values, all of them words, and none that came only once: a value that was never seen
  /// before is then unlikely (Good's estimate of the unseen is the share of those seen once).
  static boolean isEnumeration(Texts texts) {
    Tally values = texts.values();
    long count = texts.count();
    long distinct = values.counts().size();
    return count >= LEAST_FOR_ENUM
        && !values.isOpen()
        && distinct >= 2
        && distinct * distinct <= count
        && texts.isAll(TextForm.WORD)
        && !texts.hasVolatile()
        && values.counts().values().stream().allMatch(times -> times > 1);
  }
}
