package dev.concordat.contracts.pact.verification;

import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import java.io.IOException;

/// Someone who answers requests: a provider under test, its state-change endpoint, a broker.
@FunctionalInterface
public interface Peer {
  /// Sends a request and waits for its answer.
  ///
  /// @throws IOException if there is none
  HttpResponseMessage exchange(HttpRequestMessage request) throws IOException;
}
