package dev.concordat.record.memory;

import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/// Members of our own files.
final class Write {
  private Write() {}

  static JsonObject counts(Map<String, Long> counts) {
    Map<String, JsonValue> json = new LinkedHashMap<>();
    counts.forEach((name, count) -> json.put(name, JsonNumber.of(count)));
    return new JsonObject(json);
  }

  static <K, V> JsonObject all(Map<K, V> all, Function<V, JsonObject> write) {
    Map<String, JsonValue> json = new LinkedHashMap<>();
    all.forEach((key, value) -> json.put(key.toString(), write.apply(value)));
    return new JsonObject(json);
  }
}
