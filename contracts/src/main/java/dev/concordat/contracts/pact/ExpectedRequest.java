package dev.concordat.contracts.pact;

import dev.concordat.contracts.pact.content.ExpectedBody;
import dev.concordat.contracts.tree.Node;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The request of an interaction: what the consumer sends.
///
/// @param queryText the query as written where it is a string, for version 1, which compares it as text
/// @param query the query's parameters, decoded
/// @param headers names as written
/// @param bodyType the media type that the body states for itself (version 4); empty where it does not
/// @param node the request in the file, for the places of its sentences
public record ExpectedRequest(
    String method,
    String path,
    String queryText,
    Map<String, List<String>> query,
    Map<String, List<String>> headers,
    ExpectedBody body,
    String bodyType,
    MatchingRules rules,
    List<Generator> generators,
    Node node) {
  public ExpectedRequest {
    query = Collections.unmodifiableMap(new LinkedHashMap<>(query));
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    generators = List.copyOf(generators);
  }

  /// The media type of the body as it is stated: by the body itself, else by the header.
  public Optional<String> contentType() {
    return bodyType.isEmpty() ? MessageParts.contentType(headers) : Optional.of(bodyType);
  }
}
