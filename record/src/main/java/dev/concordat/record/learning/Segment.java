package dev.concordat.record.learning;

import dev.concordat.record.shape.Texts;
import java.util.NavigableMap;

/// What is known of a segment of an operation's path.
///
/// @param accepted its values in requests that were answered with a success
/// @param others its values in all other requests
/// @param echoes by name, how many successful answers had a member with that name and the segment's value
public record Segment(Texts accepted, Texts others, NavigableMap<String, Long> echoes) {
  static final Segment EMPTY = new Segment(Texts.EMPTY, Texts.EMPTY, Maps.none());

  Segment merge(Segment other) {
    return new Segment(
        accepted.merge(other.accepted), others.merge(other.others), Maps.sum(echoes, other.echoes));
  }
}
