package dev.concordat.contracts.tree;

import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A string, a number, `true`, `false` or `null`.
public final class ScalarNode extends LocatedNode implements Node {
  // Taken from the text on the first look where nothing is given; a race costs only the work.
  private @Nullable JsonValue value;

  ScalarNode(Parent parent, int offset, JsonValue value) {
    super(parent, offset);
    this.value = value;
  }

  /// One that the outline of the text knows.
  ScalarNode(Parent parent, int offset) {
    super(parent, offset);
  }

  /// The value; a number keeps its digits.
  public JsonValue value() {
    JsonValue known = value;
    if (known == null) {
      known = source().outline().scalar(offset());
      value = known;
    }
    return known;
  }

  /// The text, if the value is a string.
  public Optional<String> text() {
    return value() instanceof JsonString(String text) ? Optional.of(text) : Optional.empty();
  }

  public boolean isNull() {
    return value() == JsonNull.NULL;
  }

  @Override
  public JsonValue toJson() {
    return value();
  }

  @Override
  String tokenOf(LocatedNode child) {
    throw new IllegalStateException("a scalar has no children");
  }

  @Override
  public String toString() {
    return value().toString();
  }
}
