package dev.concordat.model.json;

/// The JSON literal `null`.
public enum JsonNull implements JsonValue {
  /// The only null.
  NULL;

  @Override
  public String type() {
    return "null";
  }

  @Override
  public String toString() {
    return "null";
  }
}
