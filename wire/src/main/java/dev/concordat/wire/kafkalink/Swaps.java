package dev.concordat.wire.kafkalink;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Messages that have changed places, for good: a consumer that has got one of a pair must get the other too, also when the rule
/// is gone by then. Thread-safe.
final class Swaps {
  /// What all of them may take; when it is used up, no more change places.
  private static final long MAX_BYTES = 64L << 20;

  private final Map<Place, Content> contents = new HashMap<>();
  private long bytes;

  synchronized boolean isEmpty() {
    return contents.isEmpty();
  }

  synchronized Optional<Content> at(Place place) {
    return Optional.ofNullable(contents.get(place));
  }

  /// Lets two change places.
  ///
  /// @return false when there is no room
  synchronized boolean exchange(Place one, Content ofOne, Place other, Content ofOther) {
    long more = ofOne.bytes() + ofOther.bytes();
    if (bytes + more > MAX_BYTES || contents.containsKey(one) || contents.containsKey(other)) {
      return false;
    }
    bytes += more;
    contents.put(one, ofOther);
    contents.put(other, ofOne);
    return true;
  }
}
