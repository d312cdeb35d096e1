package dev.concordat.model.run;

/// A link as it took part in a run, drawn as an arrow.
///
/// @param from the consumer, publisher or user of a part
/// @param to the provider, part, or subscriber
/// @param label `HTTP`, `PostgreSQL`, or a topic
/// @param exchanges how many were seen
public record LinkView(String from, String to, String label, long exchanges, State state) {
  /// What the run says about a link.
  public enum State {
    HOLDS,
    BROKEN,
    /// Nothing was seen on it, so nothing is said about it.
    UNSEEN,
    /// It holds, and what teams test against in its place no longer tells the truth.
    DRIFTING
  }
}
