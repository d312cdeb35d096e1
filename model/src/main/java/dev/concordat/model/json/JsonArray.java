package dev.concordat.model.json;

import java.util.List;

/// A JSON array.
public record JsonArray(List<JsonValue> items) implements JsonValue {
  public JsonArray {
    items = List.copyOf(items);
  }

  public static JsonArray of(JsonValue... items) {
    return new JsonArray(List.of(items));
  }

  @Override
  public String type() {
    return "array";
  }

  @Override
  public String toString() {
    return JsonText.compact(this);
  }
}
