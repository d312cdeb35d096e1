package dev.concordat.conform.talk;

import dev.concordat.contracts.tree.BodyJson;
import dev.concordat.model.exchange.HttpResponseMessage;
import java.time.Duration;

/// What came of a request.
public sealed interface Answer {
  /// A whole response.
  ///
  /// @param took from the request's first byte to the answer's last
  /// @param json the response's body
  record Got(HttpResponseMessage response, Duration took, BodyJson json) implements Answer {
    /// With the response's own body.
    public Got(HttpResponseMessage response, Duration took) {
      this(response, took, new BodyJson(response.body()));
    }
  }

  /// The connection stood, and no whole response came.
  ///
  /// @param reason for people: `the connection was closed after 12 bytes of the header`
  record Nothing(Kind kind, String reason, Duration took) implements Answer {}

  /// The request was not sent: the budget is spent, it cannot be put on the wire, or nobody listens.
  record NotSent(Cause cause, String reason) implements Answer {}

  /// How an answer fails to come.
  enum Kind {
    /// Closed before the answer was whole.
    CLOSED,
    /// Nothing, or not all, within the limit.
    TIMEOUT,
    /// What came is not HTTP.
    MALFORMED,
    /// Larger than the limit.
    TOO_LARGE
  }

  /// Why a request was not sent.
  enum Cause {
    /// The budget of requests or of time is spent, or the run was stopped.
    BUDGET,
    /// Only safe requests are allowed, and this is none.
    UNSAFE,
    /// It cannot be written as HTTP.
    UNSENDABLE,
    /// No connection could be made.
    UNREACHABLE
  }
}
