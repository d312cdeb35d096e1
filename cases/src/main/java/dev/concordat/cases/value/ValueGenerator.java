package dev.concordat.cases.value;

import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.schema.Violation;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Optional;

/// Makes values that keep a schema. The same seed and path give the same value, whatever else is made. Every value is
/// checked by its schema before it is given out. Thread-safe.
public final class ValueGenerator {
  /// How many times alternatives are chosen anew before giving up.
  private static final int MAX_ATTEMPTS = 24;

  private final long seed;

  public ValueGenerator(long seed) {
    this.seed = seed;
  }

  /// Makes text for values that are meant to break a schema.
  public TextMaker text() {
    return new TextMaker(seed);
  }

  /// A value of a request, in which members that are `readOnly` do not stand.
  ///
  /// @param path names the value's use, such as `orders/placeOrder/body`
  public Optional<JsonValue> value(Schema schema, String path, Size size) {
    return value(schema, path, size, Direction.REQUEST);
  }

  /// A value that travels in a direction; nothing when none that the schema accepts was found.
  public Optional<JsonValue> value(Schema schema, String path, Size size, Direction direction) {
    return value(List.of(schema), path, size, direction);
  }

  /// A value that keeps several schemas at once.
  public Optional<JsonValue> value(
      List<Schema> schemas, String path, Size size, Direction direction) {
    for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      Optional<JsonValue> value =
          new Generation(seed, size, direction, attempt).value(schemas, path);
      if (value.isPresent() && accept(schemas, value.get(), direction)) {
        return value;
      }
      Optional<JsonValue> repaired = value.flatMap(v -> repaired(schemas, v, path, direction));
      if (repaired.isPresent() && accept(schemas, repaired.get(), direction)) {
        return repaired;
      }
    }
    return Optional.empty();
  }

  private Optional<JsonValue> repaired(
      List<Schema> schemas, JsonValue value, String path, Direction direction) {
    List<Violation> violations =
        schemas.stream().flatMap(schema -> schema.validate(value, direction).stream()).toList();
    return Repair.of(value, violations, Dice.at(seed, path));
  }

  private static boolean accept(List<Schema> schemas, JsonValue value, Direction direction) {
    return schemas.stream().allMatch(schema -> schema.accepts(value, direction));
  }
}
