package dev.concordat.contracts.asyncapi;

import dev.concordat.contracts.schema.Schema;
import dev.concordat.model.finding.Sentence;
import java.util.Optional;

/// WebSocket's words (binding version 0.1.0): how a connection is opened.
public sealed interface WebSocketBinding extends Binding {
  @Override
  default String protocol() {
    return "ws";
  }

  /// Of a channel.
  ///
  /// @param query the parameters of the request that opens the connection
  /// @param headers of that request
  record OfChannel(
      Optional<String> method, Optional<Schema> query, Optional<Schema> headers, Sentence at)
      implements WebSocketBinding {}
}
