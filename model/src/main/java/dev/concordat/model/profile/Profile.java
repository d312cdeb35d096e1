package dev.concordat.model.profile;

import dev.concordat.model.link.LinkName;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// How the calls of one operation of a provider behave when the provider does not; or what a subscriber makes of the messages of a
/// topic.
///
/// @param link from the consumer to the provider, or from the subscriber to the broker
/// @param operation with its provider: `payments.createCharge`, `kafka.orders.confirmed`
/// @param cause the call to the consumer that made it call, or to whoever publishes: `orders.placeOrder`
/// @param measurements in the order of {@link Trait}, at most one for each
public record Profile(
    LinkName link, String operation, String cause, List<Measurement> measurements) {
  public Profile {
    measurements = measurements.stream().sorted(Comparator.comparing(Measurement::trait)).toList();
  }

  public Optional<Measurement> measurement(Trait trait) {
    return measurements.stream().filter(it -> it.trait() == trait).findFirst();
  }

  /// The reading of a trait; empty where nothing was tried.
  public Optional<Reading> reading(Trait trait) {
    return measurement(trait).map(Measurement::reading);
  }

  /// Where it was not measured or could not be, it is not known.
  public boolean isKnown(Trait trait) {
    return reading(trait).filter(it -> !(it instanceof Reading.Unknown)).isPresent();
  }

  /// Whether the other is about the same calls.
  public boolean isSameAs(Profile other) {
    return link.equals(other.link) && operation.equals(other.operation);
  }
}
