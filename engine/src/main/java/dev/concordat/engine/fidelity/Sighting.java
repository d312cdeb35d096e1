package dev.concordat.engine.fidelity;

import dev.concordat.model.exchange.Exchange;
import dev.concordat.model.flowmap.ValuePlace;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.link.LinkName;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// A value in one place, seen once.
///
/// @param pointer where it is exactly, indices among it
/// @param isText whether the place holds nothing but text, whatever the value is: columns, headers, parameters
/// @param emitter who wrote it there
/// @param holders who has it from there
/// @param at when
record Sighting(
    ValuePlace place,
    String pointer,
    JsonValue value,
    boolean isText,
    String emitter,
    Set<String> holders,
    Instant at,
    Exchange exchange,
    Optional<LinkName> link) {
  Sighting {
    holders = Set.copyOf(holders);
  }

  /// Something else in the same message.
  Sighting at(ValuePlace other, String pointerThere, JsonValue there) {
    return new Sighting(other, pointerThere, there, isText, emitter, holders, at, exchange, link);
  }

  Sighting with(JsonValue other) {
    return at(place, pointer, other);
  }
}
