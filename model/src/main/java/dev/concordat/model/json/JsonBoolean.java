package dev.concordat.model.json;

/// `true` or `false`.
public record JsonBoolean(boolean value) implements JsonValue {
  private static final JsonBoolean TRUE = new JsonBoolean(true);
  private static final JsonBoolean FALSE = new JsonBoolean(false);

  /// The one that is shared; big documents hold it tens of thousands of times.
  public static JsonBoolean of(boolean value) {
    return value ? TRUE : FALSE;
  }

  @Override
  public String type() {
    return "boolean";
  }

  @Override
  public String toString() {
    return Boolean.toString(value);
  }
}
