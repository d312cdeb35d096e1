package dev.concordat.compare.need;

import dev.concordat.model.exchange.Header;
import dev.concordat.model.matching.RuleList;
import dev.concordat.model.matching.RuleSet;
import java.util.List;
import java.util.Optional;

/// The answer that a consumer needs.
///
/// @param statusRules matchers for the status; without them it is the very one
/// @param headers those that must be there
/// @param headerRules their matchers, by names in lower case
public record NeededResponse(
    int status,
    Optional<RuleList> statusRules,
    List<Header> headers,
    RuleSet headerRules,
    NeededBody body) {
  public NeededResponse {
    headers = List.copyOf(headers);
  }

  /// Statuses from here on say that the request was not done.
  private static final int FIRST_REFUSAL = 400;

  /// Whether the consumer expects that its request fails: then it may be a wrong one on purpose.
  boolean isRefusal() {
    return status >= FIRST_REFUSAL;
  }
}
