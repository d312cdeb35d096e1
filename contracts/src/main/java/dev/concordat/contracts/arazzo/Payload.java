package dev.concordat.contracts.arazzo;

import dev.concordat.model.place.Place;
import java.util.List;
import java.util.Optional;

/// What a step sends.
///
/// @param contentType empty where the operation's is meant
public record Payload(
    String contentType, Optional<Value> value, List<Replacement> replacements, Place place) {
  public Payload {
    replacements = List.copyOf(replacements);
  }

  /// A value that is put into the payload.
  ///
  /// @param language of the target; empty where the payload's media type says it
  public record Replacement(String target, Optional<Language> language, Value value, Place place) {}
}
