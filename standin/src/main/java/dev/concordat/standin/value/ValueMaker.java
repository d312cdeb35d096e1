package dev.concordat.standin.value;

import dev.concordat.cases.value.Size;
import dev.concordat.cases.value.ValueGenerator;
import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.text.SchemaShape;
import dev.concordat.contracts.tree.Node;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Makes values of responses: what must be there in its smallest form, and every other member that the schema names. The
/// same seed and path give the same value. Thread-safe.
public final class ValueMaker {
  /// Members past this many that need not be there are left out.
  private static final int MAX_OPTIONAL = 60;

  /// How many values are kept, so that they are made only once.
  private static final int MAX_KEPT = 4_096;

  private final ValueGenerator generator;
  private final Map<Key, Optional<JsonValue>> kept =
      new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Optional<JsonValue>> eldest) {
          return size() > MAX_KEPT;
        }
      };

  private record Key(Node schema, String path, Size size) {}

  public ValueMaker(long seed) {
    this.generator = new ValueGenerator(seed);
  }

  /// A value with all its members; nothing when none was found that the schema accepts.
  ///
  /// @param path names the value's use
  public Optional<JsonValue> full(Schema schema, String path) {
    return keep(new Key(schema.node(), path, Size.FULL), () -> made(schema, path));
  }

  /// A value with the members that must be there.
  public Optional<JsonValue> least(Schema schema, String path) {
    return keep(new Key(schema.node(), path, Size.MINIMAL), () -> smallest(schema, path));
  }

  /// The smallest value; a whole one where only that tells one alternative of `oneOf` from another.
  private Optional<JsonValue> smallest(Schema schema, String path) {
    return generator
        .value(schema, path, Size.MINIMAL, Direction.RESPONSE)
        .or(() -> generator.value(schema, path, Size.FULL, Direction.RESPONSE));
  }

  private interface Making {
    Optional<JsonValue> make();
  }

  private synchronized Optional<JsonValue> keep(Key key, Making making) {
    Optional<JsonValue> known = kept.get(key);
    if (known == null) {
      known = making.make();
      kept.put(key, known);
    }
    return known;
  }

  private Optional<JsonValue> made(Schema schema, String path) {
    Optional<JsonValue> least = smallest(schema, path);
    if (least.isEmpty() || !(least.get() instanceof JsonObject object)) {
      return isPlain(schema)
          ? generator.value(schema, path, Size.FULL, Direction.RESPONSE).or(() -> least)
          : least;
    }
    Map<String, JsonValue> optional = optional(schema, object, path);
    JsonObject all = with(object, optional);
    if (schema.accepts(all, Direction.RESPONSE)) {
      return Optional.of(all);
    }
    JsonObject grown = object;
    for (Map.Entry<String, JsonValue> member : optional.entrySet()) {
      JsonObject tried = grown.with(member.getKey(), member.getValue());
      grown = schema.accepts(tried, Direction.RESPONSE) ? tried : grown;
    }
    return Optional.of(grown);
  }

  private Map<String, JsonValue> optional(Schema schema, JsonObject least, String path) {
    Map<String, JsonValue> optional = new LinkedHashMap<>();
    for (String name : SchemaShape.propertyNames(schema)) {
      Optional<Schema> member = SchemaShape.property(schema, name);
      if (least.has(name) && member.filter(ValueMaker::isPlain).isEmpty()) {
        continue;
      }
      if (optional.size() < MAX_OPTIONAL
          && member.isPresent()
          && !member.get().view().writeOnly()) {
        generator
            .value(
                member.get(),
                path + "/" + name,
                isPlain(member.get()) ? Size.FULL : Size.MINIMAL,
                Direction.RESPONSE)
            .ifPresent(value -> optional.put(name, value));
      }
    }
    return optional;
  }

  private static JsonObject with(JsonObject object, Map<String, JsonValue> more) {
    var members = new LinkedHashMap<>(object.members());
    members.putAll(more);
    return new JsonObject(members);
  }

  /// Whether values are small whatever size is asked for.
  private static boolean isPlain(Schema schema) {
    var types = SchemaShape.types(schema);
    return !types.contains("object") && !types.contains("array");
  }
}
