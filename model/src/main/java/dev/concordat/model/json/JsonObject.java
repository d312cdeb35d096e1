package dev.concordat.model.json;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A JSON object. Members keep the order in which they were written; equality ignores it (RFC 8259 section 4). Of a
/// duplicate key the last value counts here; the located tree keeps all of them.
public record JsonObject(Map<String, JsonValue> members) implements JsonValue {
  /// An object without members.
  public static final JsonObject EMPTY = new JsonObject(Map.of());

  public JsonObject {
    members = Members.copyOf(members);
  }

  /// Collects members, of which the last of a name counts, and becomes an object once.
  public static final class Builder {
    private final Members members = new Members(0);
    private boolean isBuilt;

    /// Adds a member, or gives one that is there a new value.
    ///
    /// @return whether the name is new to the object
    public boolean add(String name, JsonValue value) {
      if (isBuilt) {
        throw new IllegalStateException("the object is built");
      }
      return members.add(name, value);
    }

    public JsonObject build() {
      isBuilt = true;
      return members.isEmpty() ? EMPTY : new JsonObject(members);
    }
  }

  /// How many members it has.
  public int size() {
    return members.size();
  }

  public boolean has(String name) {
    return at(name) >= 0;
  }

  /// The position of the member, or -1.
  public int at(String name) {
    return ((Members) members).indexOf(name);
  }

  /// The name of the member at a position from 0 to {@link #size()}.
  public String nameAt(int at) {
    return ((Members) members).nameAt(at);
  }

  /// The value of the member at a position from 0 to {@link #size()}.
  public JsonValue valueAt(int at) {
    return ((Members) members).valueAt(at);
  }

  public Optional<JsonValue> member(String name) {
    return Optional.ofNullable(members.get(name));
  }

  /// A copy in which the member has this value; a new member comes last.
  public JsonObject with(String name, JsonValue value) {
    return new JsonObject(((Members) members).with(name, value));
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
