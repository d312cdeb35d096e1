package dev.concordat.contracts.pact;

import dev.concordat.contracts.pact.content.ExpectedBody;
import dev.concordat.contracts.tree.Node;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A message that a consumer needs.
///
/// @param bodyType the media type that the contents state for themselves (version 4); empty where they do not
/// @param node the message in the file, for the places of its sentences
public record ExpectedMessage(
    ExpectedBody body,
    String bodyType,
    Map<String, JsonValue> metadata,
    MatchingRules rules,
    List<Generator> generators,
    Node node) {
  public ExpectedMessage {
    metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    generators = List.copyOf(generators);
  }

  /// The media type of the contents as it is stated: by themselves, else in the metadata.
  public Optional<String> contentType() {
    return bodyType.isEmpty() ? Metadata.contentType(metadata) : Optional.of(bodyType);
  }

  /// The message as a producer makes it: its contents, and its metadata with the content type.
  public PactMessage produced() {
    Map<String, JsonValue> all = new LinkedHashMap<>(metadata);
    if (Metadata.contentType(metadata).isEmpty() && !bodyType.isEmpty()) {
      all.put("contentType", new JsonString(bodyType));
    }
    return new PactMessage(body.bytes(), all);
  }
}
