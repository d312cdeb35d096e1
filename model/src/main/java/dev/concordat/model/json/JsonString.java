package dev.concordat.model.json;

/// A JSON string, unescaped. Unpaired surrogates are kept.
public record JsonString(String value) implements JsonValue {
  @Override
  public String type() {
    return "string";
  }

  @Override
  public String toString() {
    return JsonText.compact(this);
  }
}
