package dev.concordat.wire.caller;

import dev.concordat.model.exchange.HttpResponseMessage;
import java.time.Duration;

/// What came of a request.
public sealed interface Called {
  /// A whole response; bodies that an answer must not have (to HEAD, with 204) are in it if they came at once.
  ///
  /// @param took from the request's first byte to the answer's last
  record Answered(HttpResponseMessage response, Duration took) implements Called {}

  /// The request went out, and no whole answer came back.
  ///
  /// @param reason for people: `the connection was closed within the body, after 812 bytes`
  record Failed(Failure failure, String reason, Duration took) implements Called {}

  /// No connection could be made.
  record Unreachable(String reason) implements Called {}

  /// The request cannot be written as HTTP/1.1: it would become another one, or several.
  record Unsendable(String reason) implements Called {}

  /// How an answer fails to come.
  enum Failure {
    CLOSED,
    TIMEOUT,
    MALFORMED,
    TOO_LARGE
  }
}
