package dev.concordat.record.learning;

import java.util.NavigableMap;

/// What is known of the answers of an operation with one status.
///
/// @param bodies by media type
/// @param bodyless how many had none
public record Answers(
    long count, Fields headers, NavigableMap<String, Content> bodies, long bodyless) {
  Answers merge(Answers other) {
    return new Answers(
        count + other.count,
        headers.merge(other.headers),
        Maps.merge(bodies, other.bodies, Content::merge),
        bodyless + other.bodyless);
  }
}
