package dev.concordat.registry.notify;

import dev.concordat.registry.store.PactRow;
import dev.concordat.registry.store.SystemRow;
import dev.concordat.registry.store.Systems;
import dev.concordat.registry.webhook.Deliveries;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// Puts messages about incidents into the outbox, in the transaction of their cause.
final class Telling {
  private Telling() {}

  /// Tells the owner of an incident and both sides, each once.
  ///
  /// @param base the address of the registry, as whoever caused it sees it
  static void tell(
      Handle handle,
      PactRow pact,
      String base,
      Message.Transition transition,
      Incident incident,
      Instant now) {
    List<String> teams =
        Stream.of(
                incident.owner(),
                owner(handle, pact.providerId()),
                owner(handle, pact.consumerId()))
            .flatMap(Optional::stream)
            .distinct()
            .toList();
    put(
        handle,
        new Channels(handle).to(teams),
        pact.consumerId(),
        pact.providerId(),
        new Message(transition, incident, base, now));
  }

  static Optional<String> owner(Handle handle, long system) {
    return new Systems(handle).find(system).flatMap(SystemRow::owner);
  }

  static void put(
      Handle handle, List<Channel> channels, long consumer, long provider, Message message) {
    for (Channel channel : channels) {
      var _ =
          new Deliveries(handle)
              .add(
                  channel.id(),
                  consumer,
                  provider,
                  "incident_" + message.transition().word(),
                  message.call(channel),
                  message.at());
    }
  }
}
