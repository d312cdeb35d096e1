package dev.concordat.conform.learned;

import dev.concordat.conform.talk.Deviation;
import dev.concordat.conform.talk.Expected;
import dev.concordat.conform.talk.Identity;
import dev.concordat.conform.talk.Trial;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.finding.Sentence;
import java.util.Optional;

/// The one request that shows a failure by itself.
///
/// @param operation the id of its operation
/// @param request without credentials
public record Single(
    String operation,
    HttpRequestMessage request,
    Identity identity,
    Expected expected,
    Optional<Deviation> deviation,
    String what,
    String says,
    Optional<Sentence> sentence) {
  public static Single of(Trial trial) {
    return new Single(
        trial.operation().id(),
        trial.request(),
        trial.identity(),
        trial.expected(),
        trial.deviation(),
        trial.reason().what(),
        trial.reason().says(),
        trial.reason().sentence());
  }

  /// The same with another request.
  public Single with(HttpRequestMessage other) {
    return new Single(operation, other, identity, expected, deviation, what, says, sentence);
  }
}
