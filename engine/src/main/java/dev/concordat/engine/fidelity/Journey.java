package dev.concordat.engine.fidelity;

import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.model.exchange.Exchange;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Sends requests to one system and sees everything that they cause. A request that works on data as they were at the
/// beginning works however many were sent before it.
public interface Journey {
  /// What a request caused.
  ///
  /// @param answer nothing if there was none
  /// @param exchanges all that links, brokers and databases saw, the request itself among it; raw
  record Trip(Optional<HttpResponseMessage> answer, List<Exchange> exchanges) {
    public Trip {
      exchanges = List.copyOf(exchanges);
    }
  }

  /// Sends a request, and after its answer the one that reads back what was stored, if there is one.
  ///
  /// @param readingBack from the answer to the second request
  Trip send(
      HttpRequestMessage request,
      Function<HttpResponseMessage, Optional<HttpRequestMessage>> readingBack)
      throws InterruptedException, EnvironmentFailure;
}
