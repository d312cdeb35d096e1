package dev.concordat.report.json;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Collects the members of an object; what is absent is left out. Not thread-safe.
public final class Members {
  private final Map<String, JsonValue> members = new LinkedHashMap<>();

  public Members put(String name, String text) {
    members.put(name, new JsonString(text));
    return this;
  }

  public Members put(String name, long number) {
    members.put(name, JsonNumber.of(number));
    return this;
  }

  public Members put(String name, boolean claim) {
    members.put(name, JsonBoolean.of(claim));
    return this;
  }

  public Members put(String name, JsonValue value) {
    members.put(name, value);
    return this;
  }

  /// Milliseconds, under a name that says so.
  public Members millis(String name, Duration duration) {
    return put(name + "Millis", duration.toMillis());
  }

  public <T> Members maybe(String name, Optional<T> value, Function<T, JsonValue> json) {
    value.ifPresent(present -> members.put(name, json.apply(present)));
    return this;
  }

  public <T> Members list(String name, List<T> items, Function<T, JsonValue> json) {
    members.put(name, array(items, json));
    return this;
  }

  public Members texts(String name, List<String> texts) {
    return list(name, texts, JsonString::new);
  }

  public JsonObject object() {
    return new JsonObject(members);
  }

  public static <T> JsonArray array(List<T> items, Function<T, JsonValue> json) {
    return new JsonArray(items.stream().map(json).toList());
  }
}
