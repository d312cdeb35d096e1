package dev.concordat.wire.http2;

import dev.concordat.model.exchange.HttpRequestMessage;

/// Is told what a {@link Session} finds, beside the exchanges that go to the sink. Called by whoever feeds the session.
public interface SessionListener {
  /// The head of a request is here.
  ///
  /// @param nanos when, by {@link System#nanoTime()}
  /// @param request without its body
  void began(long nanos, HttpRequestMessage request);

  /// An exchange was handed to the sink.
  void told();

  /// An exchange was seen in part and could not be told.
  void dropped();
}
