package dev.concordat.model.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A message that a broker accepted.
///
/// @param part the broker's name in the environment: `events`
/// @param address the topic
/// @param at the broker's record timestamp (for Kafka with CreateTime: when the producer made it)
/// @param seenAt when Concordat received it
/// @param value absent for a tombstone
public record MessageDelivery(
    String id,
    String part,
    String address,
    int partition,
    long offset,
    Instant at,
    Instant seenAt,
    Optional<String> traceId,
    Optional<Bytes> key,
    Optional<Bytes> value,
    List<Header> headers)
    implements Exchange {
  public MessageDelivery {
    headers = List.copyOf(headers);
  }
}
