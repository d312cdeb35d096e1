package dev.concordat.compare.need;

import java.util.Optional;

/// One call that a consumer makes, whatever its contract is written in.
///
/// @param name what its authors call it
/// @param sentences where its parts stand
/// @param response empty where nothing is said about the answer
public record HttpNeed(
    String name, Sentences sentences, SentRequest request, Optional<NeededResponse> response) {
  /// The same call, of whose answer nothing is known.
  public HttpNeed withoutResponse() {
    return new HttpNeed(name, sentences, request, Optional.empty());
  }

  boolean expectsRefusal() {
    return response.filter(NeededResponse::isRefusal).isPresent();
  }
}
