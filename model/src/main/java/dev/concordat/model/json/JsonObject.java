package dev.concordat.model.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A JSON object. Members keep the order in which they were written; equality ignores it (RFC 8259 section 4). Of a
/// duplicate key the last value counts here; the located tree keeps all of them.
public record JsonObject(Map<String, JsonValue> members) implements JsonValue {
  /// An object without members.
  public static final JsonObject EMPTY = new JsonObject(Map.of());

  public JsonObject {
    members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
  }

  public Optional<JsonValue> member(String name) {
    return Optional.ofNullable(members.get(name));
  }

  /// A copy in which the member has this value; a new member comes last.
  public JsonObject with(String name, JsonValue value) {
    var copy = new LinkedHashMap<>(members);
    copy.put(name, value);
    return new JsonObject(copy);
  }

  /// A copy that lacks the member.
  public JsonObject without(String name) {
    var copy = new LinkedHashMap<>(members);
    copy.remove(name);
    return new JsonObject(copy);
  }

  @Override
  public String type() {
    return "object";
  }

  @Override
  public String toString() {
    return JsonText.compact(this);
  }
}
