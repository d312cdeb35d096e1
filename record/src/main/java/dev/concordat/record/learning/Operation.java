package dev.concordat.record.learning;

import java.time.Instant;
import java.util.NavigableMap;

/// What is known of one operation.
///
/// @param segments by position in the path: parameters, and literals whose value came back in an answer
/// @param accepted requests that succeeded
/// @param understood requests that were well-formed, as far as can be told, and did not succeed: 404, 409 …
/// @param refused how many other requests there were; what they looked like is not learned
/// @param answers by status
public record Operation(
    long count,
    Instant first,
    Instant last,
    NavigableMap<Integer, Segment> segments,
    Requests accepted,
    Requests understood,
    long refused,
    NavigableMap<Integer, Answers> answers) {
  /// What is known together.
  public Operation merge(Operation other) {
    return new Operation(
        count + other.count,
        first.isBefore(other.first) ? first : other.first,
        last.isAfter(other.last) ? last : other.last,
        Maps.merge(segments, other.segments, Segment::merge),
        accepted.merge(other.accepted),
        understood.merge(other.understood),
        refused + other.refused,
        Maps.merge(answers, other.answers, Answers::merge));
  }

  /// The requests that show how to ask: those that succeeded, or else those that were understood.
  public Requests requests() {
    return accepted.count() > 0 ? accepted : understood;
  }

  /// Whether any answer was a success.
  public boolean hasSucceeded() {
    return accepted.count() > 0;
  }

  Operation withSegment(int at, Segment segment) {
    return new Operation(
        count,
        first,
        last,
        Maps.merge(segments, Maps.one(at, segment), (old, made) -> made),
        accepted,
        understood,
        refused,
        answers);
  }
}
