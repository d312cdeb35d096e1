package dev.concordat.wire.kafkalink;

import java.util.Map;
import java.util.Optional;

/// What passed through a link since it was opened.
///
/// @param connections how many clients opened
/// @param failures how many of them the link ended, because it could not read what came or nobody was at the other end
/// @param lastFailure why, the last time
/// @param notSpoken how many of them wanted to speak what the link does not, by its name: `TLS`, `SASL`
/// @param produced messages that the broker acknowledged, by topic; those sent without wanting an answer are among them
/// @param fetched messages that were given out, by topic; those fetched twice count twice
public record KafkaCounts(
    long connections,
    long failures,
    Optional<String> lastFailure,
    Map<String, Long> notSpoken,
    Map<String, Long> produced,
    Map<String, Long> fetched) {
  /// All messages, whichever way they went.
  public long messages() {
    return produced.values().stream().mapToLong(Long::longValue).sum()
        + fetched.values().stream().mapToLong(Long::longValue).sum();
  }
}
