package dev.concordat.drift.request;

import dev.concordat.model.exchange.HttpRequestMessage;

/// What came of making a request that a mock answers.
public sealed interface Made {
  /// The request.
  ///
  /// @param isLiteral whether path and query are the mock's own words and not an example for its pattern, so that the mock
  ///     speaks of this one thing
  /// @param isWhole whether the mock states all of path and query, so that a parameter which is absent is absent
  /// @param hasAllHeaders whether it also states all headers, as recordings do
  record Request(
      HttpRequestMessage message, boolean isLiteral, boolean isWhole, boolean hasAllHeaders)
      implements Made {}

  /// None could be made.
  ///
  /// @param reason in words for people
  record None(String reason) implements Made {}
}
