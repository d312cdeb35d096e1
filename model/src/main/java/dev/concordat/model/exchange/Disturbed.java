package dev.concordat.model.exchange;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What faults on a link made of an exchange. The exchange itself says what each end *sent*; this says what the other end *got*,
/// byte for byte.
///
/// @param faults their names, in the order in which their rules were set: `latency`, `status`
/// @param requests how often the provider was sent the request: 0 when the link answered by itself, 2 for a duplicate
/// @param toProvider what the provider was sent on this connection, as on the wire
/// @param toConsumer what the consumer was sent, as on the wire
/// @param received the response that the consumer was sent, where it was a whole one
/// @param consumerLeftAfter when the consumer ended its side before all was delivered, since the request's first byte
public record Disturbed(
    List<String> faults,
    int requests,
    Bytes toProvider,
    Bytes toConsumer,
    Optional<HttpResponseMessage> received,
    Optional<Duration> consumerLeftAfter) {
  public Disturbed {
    faults = List.copyOf(faults);
  }
}
