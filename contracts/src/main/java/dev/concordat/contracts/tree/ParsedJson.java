package dev.concordat.contracts.tree;

import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Optional;

/// What reading a message's body gave: the value, or why there is none.
///
/// @param duplicateKeys pointers of members whose name came up before in their object; the last one counts
public record ParsedJson(
    Optional<JsonValue> value, Optional<Failure> failure, List<String> duplicateKeys) {

  /// Where reading stopped and why.
  ///
  /// @param offset in bytes from the start of the body
  public record Failure(int offset, String message) {}

  public ParsedJson {
    duplicateKeys = List.copyOf(duplicateKeys);
  }
}
