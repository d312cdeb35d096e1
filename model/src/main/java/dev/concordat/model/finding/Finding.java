package dev.concordat.model.finding;

import dev.concordat.model.link.LinkName;
import java.util.Optional;

/// One broken expectation with its evidence.
///
/// @param system the guilty system
/// @param why one sentence: why this system and not another
/// @param operation what it happened on: `orders.placeOrder`, `events.orders.confirmed`, `orders-db.orders`
/// @param pointer where in the message, array indices generalised to `*`; empty for the whole message
/// @param message one sentence with the actual value
/// @param caseId the case that showed it
/// @param exchangeId the exchange that shows it, in the evidence of that case
public record Finding(
    Rule rule,
    String system,
    Side side,
    String why,
    Optional<LinkName> link,
    String operation,
    String pointer,
    String message,
    Optional<Sentence> sentence,
    Optional<Comparison> comparison,
    String caseId,
    Optional<String> exchangeId) {

  /// Two findings with equal keys have one cause. Holds no values, ids, hosts or times; the link is left out, so that a
  /// provider's defect seen by two consumers is one cause.
  public String causeKey() {
    return String.join("|", rule.id(), system, operation, pointer);
  }
}
