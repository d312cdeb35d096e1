package dev.concordat.model.json;

/// `true` or `false`.
public record JsonBoolean(boolean value) implements JsonValue {
  @Override
  public String type() {
    return "boolean";
  }

  @Override
  public String toString() {
    return Boolean.toString(value);
  }
}
