package dev.concordat.compare.consumer;

import dev.concordat.contracts.Contract;
import java.time.LocalDate;
import java.util.Optional;

/// Something that tells what one consumer sends and reads: its pact, its stubs, recorded traffic, the contract that its
/// client was generated from, its GraphQL documents, its Avro schema. Several may stem from one consumer.
///
/// @param name the consumer's
/// @param version the consumer's; empty where it is not known
/// @param evidence the day from which it stems: of the recording, or of the last change
public record Known(String name, String version, Optional<LocalDate> evidence, Contract contract) {
  /// How people call the consumer: `checkout-web@1.4.2`.
  public String label() {
    return version.isEmpty() ? name : name + "@" + version;
  }
}
