package dev.concordat.standin.kafka;

import java.time.Duration;
import java.util.Optional;

/// How a stand-in works at a broker.
///
/// @param every how long it waits between the messages of each operation; it sends only on demand where this is absent
/// @param journal how many messages are kept
public record KafkaStandInSettings(Optional<Duration> every, int journal) {
  /// Sends on demand, and keeps 10 000 messages.
  public static final KafkaStandInSettings DEFAULT =
      new KafkaStandInSettings(Optional.empty(), 10_000);

  public KafkaStandInSettings {
    if (journal < 1 || every.filter(pause -> pause.toMillis() < 1).isPresent()) {
      throw new IllegalArgumentException(
          "a journal has room, and a pause is a millisecond at least");
    }
  }
}
