package dev.concordat.drift.request;

import dev.concordat.model.exchange.HttpRequestMessage;
import java.util.Optional;

/// What came of making a request that a mock answers.
public sealed interface Made {
  /// The request.
  ///
  /// @param isLiteral whether path and query are the mock's own words and not an example for its pattern, so that the mock
  ///     speaks of this one thing
  /// @param isWhole whether the mock states all of path and query, so that a parameter which is absent is absent
  /// @param hasAllHeaders whether it also states all headers, as recordings do
  /// @param unsendable why it can be held against a contract and not be sent: its body could not be made
  record Request(
      HttpRequestMessage message,
      boolean isLiteral,
      boolean isWhole,
      boolean hasAllHeaders,
      Optional<String> unsendable)
      implements Made {
    /// A request that can be sent.
    public Request(
        HttpRequestMessage message, boolean isLiteral, boolean isWhole, boolean hasAllHeaders) {
      this(message, isLiteral, isWhole, hasAllHeaders, Optional.empty());
    }
  }

  /// None could be made.
  ///
  /// @param reason in words for people
  record None(String reason) implements Made {}
}
