package dev.concordat.contracts.tree;

import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.json.JsonValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A body as JSON, read when somebody asks, and once however many ask. Equal to another of the same bytes. Thread-safe.
public final class BodyJson {
  private final Bytes bytes;
  private volatile @Nullable ParsedJson parsed;

  public BodyJson(Bytes bytes) {
    this.bytes = bytes;
  }

  public Bytes bytes() {
    return bytes;
  }

  /// The bytes as they came, whatever headers say of them.
  public ParsedJson parsed() {
    ParsedJson known = parsed;
    if (known == null) {
      known = JsonParser.parse(bytes.toArray());
      parsed = known;
    }
    return known;
  }

  /// The value; nothing where the bytes are no JSON or none.
  public Optional<JsonValue> value() {
    return bytes.size() == 0 ? Optional.empty() : parsed().value();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BodyJson json && json.bytes.equals(bytes);
  }

  @Override
  public int hashCode() {
    return bytes.hashCode();
  }

  @Override
  public String toString() {
    return bytes.toString();
  }
}
