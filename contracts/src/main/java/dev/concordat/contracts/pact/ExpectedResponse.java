package dev.concordat.contracts.pact;

import dev.concordat.contracts.pact.content.ExpectedBody;
import dev.concordat.contracts.tree.Node;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The response of an interaction: what the consumer needs.
///
/// @param bodyType the media type that the body states for itself (version 4); empty where it does not
/// @param node the response in the file, for the places of its sentences
public record ExpectedResponse(
    int status,
    Map<String, List<String>> headers,
    ExpectedBody body,
    String bodyType,
    MatchingRules rules,
    List<Generator> generators,
    Node node) {
  public ExpectedResponse {
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    generators = List.copyOf(generators);
  }

  /// The media type of the body as it is stated: by the body itself, else by the header.
  public Optional<String> contentType() {
    return bodyType.isEmpty() ? MessageParts.contentType(headers) : Optional.of(bodyType);
  }
}
