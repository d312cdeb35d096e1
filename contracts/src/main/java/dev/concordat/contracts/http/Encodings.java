package dev.concordat.contracts.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How the members or parts of a body are written, where the contract says so.
///
/// @param byName of members and named parts
/// @param prefix of the first parts, by position (OpenAPI 3.2, `prefixEncoding`)
/// @param item of all parts that no position speaks of (OpenAPI 3.2, `itemEncoding`)
public record Encodings(
    Map<String, FieldEncoding> byName, List<FieldEncoding> prefix, Optional<FieldEncoding> item) {
  /// Nothing is said.
  public static final Encodings NONE = new Encodings(Map.of(), List.of(), Optional.empty());

  public Encodings {
    byName = Map.copyOf(byName);
    prefix = List.copyOf(prefix);
  }

  public Optional<FieldEncoding> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /// The encoding of the part at a position.
  public Optional<FieldEncoding> at(int index) {
    return index < prefix.size() ? Optional.of(prefix.get(index)) : item;
  }
}
