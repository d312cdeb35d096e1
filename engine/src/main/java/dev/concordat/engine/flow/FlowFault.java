package dev.concordat.engine.flow;

import dev.concordat.model.finding.Sentence;
import dev.concordat.model.link.LinkName;
import dev.concordat.wire.fault.FaultRule;
import java.util.Optional;

/// A fault that a flow sets on a link while its steps are taken.
///
/// @param link whose messages or connections are disturbed
/// @param operation the operation of the provider whose requests are meant, `stock.createReservation`, or the topic of a broker,
///     `kafka.orders.confirmed`; none for all
/// @param rule what happens and when; its requests are those of the operation, which only contracts know
/// @param text as people call it: `{"status":503}`
/// @param sentence where it is written
public record FlowFault(
    LinkName link, Optional<String> operation, FaultRule rule, String text, Sentence sentence) {
  /// What a person calls it: `{"status":503} on orders → stock.createReservation`.
  public String title() {
    return text + " on " + link.consumer() + " → " + operation.orElse(link.provider());
  }
}
