package dev.concordat.contracts.openapi.writing;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Puts the members of an object together; what is empty is left out.
final class Members {
  private final Map<String, JsonValue> all = new LinkedHashMap<>();

  Members put(String name, JsonValue value) {
    all.put(name, value);
    return this;
  }

  Members text(String name, String text) {
    return text.isEmpty() ? this : put(name, new JsonString(text));
  }

  Members flag(String name, boolean flag) {
    return flag ? put(name, JsonBoolean.of(true)) : this;
  }

  Members list(String name, List<? extends JsonValue> items) {
    return items.isEmpty() ? this : put(name, new JsonArray(List.copyOf(items)));
  }

  Members object(String name, JsonObject object) {
    return object.members().isEmpty() ? this : put(name, object);
  }

  Members maybe(String name, Optional<? extends JsonValue> value) {
    value.ifPresent(present -> put(name, present));
    return this;
  }

  /// Keeps what stands there already.
  boolean putIfAbsent(String name, JsonValue value) {
    return all.putIfAbsent(name, value) == null;
  }

  JsonObject json() {
    return new JsonObject(all);
  }
}
