package dev.concordat.contracts.tree;

import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.Optional;

/// A string, a number, `true`, `false` or `null`.
public final class ScalarNode extends LocatedNode implements Node {
  private final JsonValue value;

  ScalarNode(Parent parent, int offset, JsonValue value) {
    super(parent, offset);
    this.value = value;
  }

  /// The value; a number keeps its digits.
  public JsonValue value() {
    return value;
  }

  /// The text, if the value is a string.
  public Optional<String> text() {
    return value instanceof JsonString(String text) ? Optional.of(text) : Optional.empty();
  }

  public boolean isNull() {
    return value == JsonNull.NULL;
  }

  @Override
  public JsonValue toJson() {
    return value;
  }

  @Override
  String tokenOf(LocatedNode child) {
    throw new IllegalStateException("a scalar has no children");
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
