package dev.concordat.engine.run;

import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.environment.running.Environment;
import dev.concordat.model.link.LinkName;
import dev.concordat.model.run.Trouble;
import dev.concordat.wire.fault.DropMessage;
import dev.concordat.wire.fault.FaultRule;
import dev.concordat.wire.fault.PlacedFault;
import java.util.Optional;

/// Starts a subscriber again that a message has stopped. It would read that message again, since it never said that it had handled
/// it; so its link leaves out what the topic holds until the subscriber is past it.
///
/// @param link from the subscriber to the broker
record PastPoison(Environment environment, LinkName link, String topic) {
  /// Starts it; it is past the messages when this returns.
  ///
  /// @param messages how many nobody can handle, at most
  /// @return why it could not be started
  Optional<Trouble> restart(int messages) throws InterruptedException {
    Optional<PlacedFault> without =
        environment
            .disturbances(link)
            .map(it -> it.add(FaultRule.of(new DropMessage()).ofTopic(topic)));
    try {
      environment.restart(link.consumer());
      if (without.isPresent()) {
        // Some may have been handled before, and are not fetched again.
        SpoiltMessages.awaitFetched(without.get(), messages);
      }
      return Optional.empty();
    } catch (EnvironmentFailure failure) {
      return Optional.of(failure.troubles().getFirst());
    } finally {
      without.ifPresent(PlacedFault::remove);
    }
  }
}
