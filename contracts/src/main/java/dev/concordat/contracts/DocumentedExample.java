package dev.concordat.contracts;

import dev.concordat.contracts.tree.Located;
import dev.concordat.contracts.tree.Node;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.place.Place;
import org.jspecify.annotations.Nullable;

/// An example that a contract's author wrote down. Thread-safe.
public final class DocumentedExample {
  private final String name;
  private final Node written;
  // Most are never asked for; a race costs only the work.
  private @Nullable JsonValue value;

  /// @param name its key under `examples`; empty for a lone `example`
  /// @param written where the value stands
  public DocumentedExample(String name, Node written) {
    this.name = name;
    this.written = written;
  }

  /// Its key under `examples`; empty for a lone `example`.
  public String name() {
    return name;
  }

  public JsonValue value() {
    JsonValue known = value;
    if (known == null) {
      known = written.toJson();
      value = known;
    }
    return known;
  }

  /// Where the value stands.
  public Located written() {
    return written;
  }

  /// Where the value stands.
  public Place place() {
    return written.place();
  }

  /// The same name and the same node have the same value.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DocumentedExample example
        && name.equals(example.name)
        && written.equals(example.written);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + written.hashCode();
  }

  @Override
  public String toString() {
    return name + ": " + value();
  }
}
