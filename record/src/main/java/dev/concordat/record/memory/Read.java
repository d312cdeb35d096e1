package dev.concordat.record.memory;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/// Members of our own files. What is absent or of another kind counts as nothing.
final class Read {
  private Read() {}

  static JsonObject object(JsonObject json, String name) {
    return json.member(name)
        .filter(JsonObject.class::isInstance)
        .map(JsonObject.class::cast)
        .orElse(JsonObject.EMPTY);
  }

  static List<JsonValue> items(JsonObject json, String name) {
    return json.member(name)
        .filter(JsonArray.class::isInstance)
        .map(value -> ((JsonArray) value).items())
        .orElse(List.of());
  }

  static Optional<String> text(JsonObject json, String name) {
    return json.member(name)
        .filter(JsonString.class::isInstance)
        .map(value -> ((JsonString) value).value());
  }

  static long number(JsonObject json, String name) {
    return json.member(name).map(Read::number).orElse(0L);
  }

  private static long number(JsonValue value) {
    return value instanceof JsonNumber number && number.isTame() && number.isInteger()
        ? number.decimal().longValue()
        : 0;
  }

  static Instant instant(JsonObject json, String name) {
    try {
      return text(json, name).map(Instant::parse).orElse(Instant.EPOCH);
    } catch (DateTimeException e) {
      return Instant.EPOCH;
    }
  }

  static NavigableMap<String, Long> counts(JsonObject json) {
    NavigableMap<String, Long> counts = new TreeMap<>();
    json.members().forEach((name, value) -> counts.put(name, number(value)));
    return counts;
  }

  static <K extends Comparable<K>, V> NavigableMap<K, V> all(
      JsonObject json, Function<String, K> key, Function<JsonObject, V> value) {
    NavigableMap<K, V> all = new TreeMap<>();
    json.members()
        .forEach(
            (name, member) -> {
              if (member instanceof JsonObject object) {
                all.put(key.apply(name), value.apply(object));
              }
            });
    return all;
  }
}
