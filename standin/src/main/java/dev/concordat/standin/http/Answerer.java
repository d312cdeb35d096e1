package dev.concordat.standin.http;

import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;

/// Who answers the requests that a server reads. Called by event loops: it must not block. What takes long is done on a thread
/// of its own, which sends its reply when it is done; the connection waits for it, others go on.
public interface Answerer {
  /// Answers by one call of {@link Reply#send}, now or later.
  void answer(HttpRequestMessage request, Reply reply);

  /// The answer to bytes that are no request.
  ///
  /// @param status 400, 413, 414 or 431
  HttpResponseMessage unreadable(int status, String reason);
}
