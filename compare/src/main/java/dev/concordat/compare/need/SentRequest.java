package dev.concordat.compare.need;

import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.matching.RuleList;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/// What a consumer sends over HTTP.
///
/// @param message the example as it is on the wire
/// @param body the body where it is JSON, with its matchers
/// @param bodyPart a part of the body that is known where the whole is not: members that it has among others
/// @param varying the matchers of parameters and headers, by `query:name` and `header:name`
/// @param isWhole whether the consumer's contract says the whole request; a stub's patterns say only a part of it
/// @param isReplaced whether the value at a place is made anew for each request, so that the example's is not the one
///     that is sent: asked with `query:name` and an empty text, or with `body` and a JSON Pointer
public record SentRequest(
    HttpRequestMessage message,
    Optional<Example> body,
    Optional<Example> bodyPart,
    Map<String, RuleList> varying,
    boolean isWhole,
    BiPredicate<String, String> isReplaced) {
  public SentRequest {
    varying = Map.copyOf(new TreeMap<>(varying));
  }
}
